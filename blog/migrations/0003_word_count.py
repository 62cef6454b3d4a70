from django.db import migrations, models
from django.utils.html import strip_tags


def count_words(apps, schema_editor):
    """Count what is there already, as saving an article does from now on."""
    from blog.models.articles import texts_in

    articles = apps.get_model("blog", "BlogPage").objects
    for article in articles.only("body", "word_count").iterator():
        texts = texts_in(article.body.raw_data)
        count = sum(len(strip_tags(text).split()) for text in texts)
        articles.filter(pk=article.pk).update(word_count=count)


class Migration(migrations.Migration):
    dependencies = [("blog", "0002_editors")]

    operations = [
        migrations.AddField(
            "blogpage",
            "word_count",
            models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.RunPython(count_words, migrations.RunPython.noop),
    ]
