"""The content of the demo site, as plain data.

Text is plain unless described as HTML. HTML contains only p, ul, ol, li, b, i
and a; its links are root-relative, such as "/services/knee-pain/". Images are
names of drawings ("knee-anatomy"). Dates are ISO 8601: "2026-10-02", or with
local time "2026-03-04T09:00". Money is whole US dollars.

body: a list of (block, value)
    heading    {"text", "level": "h2" or "h3", "anchor": unique in the body}
    paragraph  HTML
    figure     {"image", "alt", "caption"}
    quote      {"text", "source"}
    callout    {"kind": "tip", "note" or "home", "title", "text": HTML}
    notice     {"kind": "soon" or "now", "items": [str]}; they complete
               "See a doctor soon if:" or "Call 911 or go to the ER now if:"
    table      {"caption", "header": [str], "rows": [[str]]}; equal lengths
    booking    {"title", "text", "service": slug or None}
    personal_data  None; the table comes from the inventory of the apps

articles.ARTICLES: dicts, newest first
    slug, title, introduction, search_description, cover, cover_alt
    date: of publication; for "scheduled" the day it goes live
    authors, categories, services: lists of slugs; tags: list of names
    state: "live", "scheduled" or "draft"
    reviewed_by: slug of a person or None; reviewed_on, next_review_on: date or None
    body

services.SERVICES: dicts in display order
    slug, title, summary (lead), short (one line for the card)
    body_area: knee, foot, hip, back, shoulder, elbow, neck or whole-body
    drawing, drawing_alt, drawing_caption
    signs, home_care: lists of sentences
    exercises: as in the body of an article, optional
    treatment, expectations: HTML
    prices: (minutes, dollars, what for)
    doctor_signs, doctor_now: as the items of a notice
    questions: (question, HTML answer)
    search_description, booking_code
    reviewed_by, reviewed_on, next_review_on: as in an article

pages
    HOME: headline, lead, visit_steps as (title, text), search_description
    SERVICES_INDEX: title, introduction, questions, search_description
    BLOG_INDEX: title, introduction, search_description
    ABOUT: title, introduction, body, values as (title, text), search_description
    CONTACT: title, introduction, next_steps [str], directions, search_description
    PRIVACY, ACCESSIBILITY, HEALTH_DATA: title, introduction, body,
        search_description, and "changed", the date of the last change, for the first
        two. The privacy text contains the placeholders {ip_days}, {spam_days},
        {message_days} and {message_months}.

people.PEOPLE: slug, name, role, biography (HTML), role_es, biography_es,
    drawing, drawing_alt. drawing is None for the clinic’s own account. For
    therapists, license_number, specialties, specialties_es,
    languages, takes_new_clients, services (slugs), and the introduction and
    search_description of their page
policies: PAYMENT; POLICIES as (kind, HTML, the same in Spanish); FORM for new
    clients; OFFERS and KNEE_OFFERS as (kind, title, text, dollars or None,
    what the price is for)
clinic.CLINIC: name, street, city, region, postal_code, country, phone, email,
    phone_takes_texts, payment_accepted, payment_accepted_es, latitude,
    longitude; hours: (weekday with Monday as 0, [(opens, closes)]), no spans = closed;
    special_days: (date, [(opens, closes)], reason, the same in Spanish); social
categories.CATEGORIES: slug, name, parent (slug or None), description,
    name_es, description_es; a parent
    stands before its children.
comments.COMMENTS: oldest first in each thread, parents before replies
    key: unique; parent: a key or None; article: a slug
    name, email, text (plain, blank line = new paragraph), created
    status: "approved", "pending", "spam" or "trash"
    reasons: [rule, explanation] of each rule that held it; only for "pending"
    staff: True for a reply by the clinic
"""
