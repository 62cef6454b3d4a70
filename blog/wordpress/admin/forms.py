from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model

EXPORTS = (".xml", ".gz", ".zip")
MAX_AUTHORS, MAX_TYPES, MAX_EXAMPLES = 100, 30, 5


class MultipleFileInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class MultipleFileField(forms.FileField):
    """Several files at once, as Django's documentation has it."""

    widget = MultipleFileInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(MultipleFileField, self).clean(f, initial) for f in files if f]
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"])
        for file in files:
            if not file.name.lower().endswith(EXPORTS):
                raise forms.ValidationError(
                    f"{file.name} is no export. Choose .xml, .xml.gz or .zip files."
                )
        return files


class UploadForm(forms.Form):
    """The first step: which export, and which pictures."""

    files = MultipleFileField(
        label="Export",
        required=False,
        help_text="The .xml file from WordPress: Tools, Export, All content. Large "
        "exports come in parts; choose all of them.",
    )
    server_file = forms.ChoiceField(
        label="Or a file on the server",
        required=False,
        help_text="Files in the import folder, for exports too large to upload.",
    )
    pictures = forms.FileField(
        required=False,
        help_text="A .zip of the folder wp-content/uploads, with pictures and "
        "documents. Without it, pages come without their pictures; you can add them "
        "later by importing again.",
    )
    server_pictures = forms.ChoiceField(
        label="Or pictures on the server", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = sorted(p.name for p in folder_entries() if is_export(p))
        self.set_choices("server_file", names)
        names = sorted(p.name for p in folder_entries() if is_uploads(p))
        self.set_choices("server_pictures", names)

    def set_choices(self, name, values):
        if values:
            self.fields[name].choices = [("", "none"), *((v, v) for v in values)]
        else:
            del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("files") or cleaned.get("server_file") or self.errors):
            self.add_error("files", "Choose the export.")
        pictures = cleaned.get("pictures")
        if pictures and not pictures.name.lower().endswith(".zip"):
            self.add_error("pictures", "Choose a .zip file.")
        return cleaned


class ImportForm(forms.Form):
    """The second step: how to import what was found."""

    private = forms.ChoiceField(
        label="Private posts",
        choices=[
            ("draft", "become drafts"),
            ("restrict", "are published for people who are logged in"),
        ],
    )
    personal_data = forms.BooleanField(
        label="Import email and IP addresses of commenters",
        required=False,
        initial=True,
        help_text="With their email, people whose comments were approved before count "
        "as known.",
    )
    train_spam = forms.BooleanField(
        label="Teach the spam filter with the imported comments", required=False
    )
    keep_pings = forms.BooleanField(
        label="Keep pingbacks and trackbacks, hidden, in the trash", required=False
    )
    keep_notes = forms.BooleanField(
        label="Keep the notes of editors, for editors here", required=False
    )
    services = forms.CharField(
        label="The old URL of the list of services",
        required=False,
        max_length=200,
        help_text="For example /what-we-do/. The pages below it become service pages. "
        "Leave it empty if it is the same as here.",
    )
    create_users = forms.BooleanField(
        label="Make accounts for the other authors",
        required=False,
        help_text="Inactive ones, so that each page has its owner. Nobody can log in "
        "with them.",
    )
    overwrite_local = forms.BooleanField(
        label="Overwrite pages that were edited here since an earlier import",
        required=False,
    )

    def __init__(self, *args, authors=(), types=(), **kwargs):
        super().__init__(*args, **kwargs)
        self._add_types(types)
        users = get_user_model().objects.filter(is_active=True)
        self.authors = {}
        for number, author in enumerate(authors[:MAX_AUTHORS]):
            name = f"author_{number}"
            label = author["name"] or author["login"] or "(no author)"
            self.authors[name] = author["login"]
            self.fields[name] = forms.ModelChoiceField(
                users,
                label=f"{label}: {author['number']} posts and pages",
                required=False,
                empty_label="no account here",
                to_field_name=get_user_model().USERNAME_FIELD,
            )

    def _add_types(self, types):
        """Ask what becomes of the types of plugins."""
        self.types = {}
        for number, row in enumerate(types[:MAX_TYPES]):
            name = f"type_{number}"
            self.types[name] = row["type"]
            self.fields[name] = forms.ChoiceField(
                label=f"{row['number']} × {row['type']}",
                required=False,
                choices=[
                    ("", "are left out"),
                    ("page", "become pages"),
                    ("post", "become articles"),
                ],
                help_text=", ".join(row["titles"][:MAX_EXAMPLES]),
            )

    @property
    def type_fields(self):
        return [self[name] for name in self.types]

    @property
    def author_fields(self):
        return [self[name] for name in self.authors]

    @property
    def other_fields(self):
        own = {*self.authors, *self.types}
        return [field for field in self if field.name not in own]

    def to_options(self):
        """Return the values as options of the import."""
        data = self.cleaned_data
        return {
            "private": data["private"],
            "personal_data": data["personal_data"],
            "train_spam": data["train_spam"],
            "pingbacks": "keep" if data["keep_pings"] else "drop",
            "keep_notes": data["keep_notes"],
            "services": data["services"],
            "create_users": data["create_users"],
            "mapping": {
                name: data[field] for field, name in self.types.items() if data[field]
            },
            "overwrite_local": data["overwrite_local"],
            "authors": {
                login: data[name].get_username()
                for name, login in self.authors.items()
                if data[name]
            },
        }


def folder_entries():
    folder = settings.IMPORT_FOLDER
    return list(Path(folder).iterdir()) if Path(folder).is_dir() else []


def is_export(path):
    return path.is_file() and path.name.lower().endswith(EXPORTS)


def is_uploads(path):
    is_folder = path.is_dir() and not path.name.startswith("run-")
    return is_folder or path.suffix.lower() == ".zip"
