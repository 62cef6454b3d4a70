"""Authors: people in bylines, and the users that they are here."""

from django.contrib.auth import get_user_model
from django.utils.text import slugify

from boulder_therapeutics.core.models import Person

from ..models.ledger import EXISTING, number_of

SLUG_LIMIT, LOGIN_LIMIT = 50, 150
KIND, USER_KIND = "author", "user"


class People:
    """Finds or creates the person for a login, and the user if one is wanted."""

    def __init__(self, authors, options, ledger, tally):
        self.declared = {author.login: author for author in authors}
        self.by_number = {author.number: author.login for author in authors}
        self.options, self.ledger, self.tally = options, ledger, tally
        self._people, self._users = {}, {}

    def user(self, login):
        """Return the user for a login of the old site, or None."""
        name = self.options.authors.get(login) or self.options.default_author
        if not name:
            wanted = self.options.create_users and login in self.declared
            return self._inactive_user(login) if wanted else None
        if name not in self._users:
            model = get_user_model()
            found = model.objects.filter(**{model.USERNAME_FIELD: name})
            self._users[name] = found.first()
        return self._users[name]

    def _inactive_user(self, login):
        """Return a user who cannot log in and has no rights, to own the pages."""
        if (login, "inactive") not in self._users:
            self._users[login, "inactive"] = self._find_or_create_user(login)
        return self._users[login, "inactive"]

    def _find_or_create_user(self, login):
        row = self.ledger.find_numbers(USER_KIND, [number_of(login)]).first()
        if row and row.target:
            return row.target
        model, name = get_user_model(), login[:LOGIN_LIMIT]
        if model.objects.filter(**{model.USERNAME_FIELD: name}).exists():
            text = f"“{login}” is the name of an account here"
            self.tally.note("author", text, "choose the account with --author")
            return None
        first, _, last = self.declared[login].name.partition(" ")
        user = model(is_active=False, first_name=first[:150], last_name=last[:150])
        setattr(user, model.USERNAME_FIELD, name)
        user.set_unusable_password()
        user.save()
        self.tally.extra["users"] += 1
        self.ledger.add_once(
            self.ledger.new_row((USER_KIND, number_of(login), 0), user)
        )
        return user

    def commenter(self, user_number):
        """Return the user who wrote a comment, only if their login was mapped."""
        login = self.by_number.get(user_number)
        return self.user(login) if login in self.options.authors else None

    def logins_of(self, item):
        """Return the logins of an item's authors, and their names if given there."""
        together = [term for term in item.terms if term.domain == "author"]
        if together:  # Co-Authors Plus
            return [(term.slug.removeprefix("cap-"), term.name) for term in together]
        return [(item.get("dc:creator"), "")]

    def persons(self, item):
        return [self._person(login, name) for login, name in self.logins_of(item)]

    def _person(self, login, name=""):
        if login not in self.declared and not name:
            login = self._fall_back(login)
        if login not in self._people:
            self._people[login] = self._find_or_create(login, name)
        return self._people[login]

    def _fall_back(self, login):
        default = self.options.default_author
        if (login, "noted") not in self._people:
            self._people[login, "noted"] = True
            text = f"“{login}” wrote something but is not among the authors"
            self.tally.note("author", text, f"credited to {default or login or 'team'}")
        return default or login or "team"

    def _find_or_create(self, login, name):
        row = self.ledger.find_numbers(KIND, [number_of(login)]).first()
        if row and row.target:
            return row.target
        slug = self._free_slug(login)
        person = Person.objects.filter(slug=slug).first()
        guid = EXISTING if person else ""
        author = self.declared.get(login)
        if person is None:
            name = (author.name if author else name) or login
            person = Person.objects.create(name=name[:255], slug=slug)
            self.tally.extra["people"] += 1
        number = author.number if author else ""  # for ?author=7
        key = KIND, number_of(login), 0
        self.ledger.add_once(self.ledger.new_row(key, person, raw=number, guid=guid))
        return person

    def _free_slug(self, login):
        """Return the slug as WordPress makes it, which no other login has here."""
        slug = slugify(login.replace(".", "-")) or f"author-{number_of(login)}"
        slug = slug[:SLUG_LIMIT]
        taken = Person.objects.filter(slug=slug, pk__in=self.ledger.targets_of(KIND))
        return f"{slug[:40]}-{number_of(login) % 10**8}" if taken.exists() else slug

    def forget(self):
        """Forget the people of a transaction that was rolled back."""
        self._people.clear()
        self._users.clear()
