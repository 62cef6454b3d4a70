vcl 4.1;
# Varnish in front of the web processes. They need its URL in FRONT_CACHE_URL, and one
# more in TRUSTED_PROXIES. It is purged by tags; see docs/architecture.md.
# Without containers, replace "web" with 127.0.0.1 and start it with
#   varnishd -f /site/docs/varnish.vcl -a 127.0.0.1:6081 -s malloc,256m

import std;

backend default {
    .host = "web";
    .port = "8000";
    .first_byte_timeout = 60s;
    .probe = {.url = "/health/live"; .interval = 5s; .timeout = 2s;}
}

# Private networks, on which the web processes are.
acl purgers {
    "localhost";
    "10.0.0.0"/8;
    "172.16.0.0"/12;
    "192.168.0.0"/16;
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # A request with two hops came through the public proxy.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ "," || !req.http.xkey-purge) {
            return (synth(403));
        }
        # Tags separated by spaces, like "pages images-customimage-7 comments-12".
        if (req.http.xkey-purge !~ "^[a-z0-9 -]+$") {
            return (synth(400));
        }
        ban("obj.http.xkey ~ (^|\s)(" + regsuball(req.http.xkey-purge, " ", "|") + ")(\s|$)");
        return (synth(200, "Purged"));
    }
    # Serve an outdated page only while the backend is down.
    set req.grace = 0s;
    if (!std.healthy(req.backend_hint)) {
        set req.grace = 7d;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Only staff have sessions.
    if (req.http.Cookie ~ "sessionid=" || req.http.Authorization || req.url ~ "^/(admin|documents|health)/") {
        return (pass);
    }
    unset req.http.Cookie;
    # Tracking parameters are not part of the cache key.
    set req.url = regsuball(req.url, "([?&])(utm_[a-z_]+|gclid|fbclid|msclkid)=[^&]*", "\1");
    set req.url = regsuball(req.url, "&+", "&");
    set req.url = regsub(regsub(req.url, "\?&", "?"), "[?&]$", "");
    return (hash);
}

sub vcl_backend_fetch {
    # A web process that is replaced closes its connections. One that is closed just
    # when it is used again would lose a form.
    set bereq.http.Connection = "close";
}

sub vcl_backend_response {
    # Cache only pages that are purged, and files whose names contain a hash or never change.
    if (beresp.http.Cache-Control !~ "s-maxage|immutable|max-age=31536000" || beresp.http.Set-Cookie) {
        if (beresp.status >= 500 && bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    # Less if something on the page, such as a license, ends before.
    set beresp.grace = std.duration(beresp.http.X-Grace, 7d);
}

sub vcl_backend_error {
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Retry-After = "30";
    set beresp.body = "The site is temporarily unavailable. Please try again in a moment.";
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.X-Grace;
    unset resp.http.CDN-Cache-Control;
    # Browsers must revalidate, as they cannot be purged.
    if (resp.http.Cache-Control ~ "s-maxage") {
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
    }
    set resp.http.X-Cache = "front-miss";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "front-hit";
    }
}
