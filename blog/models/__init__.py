from .articles import BlogPage, BlogPageAuthor, BlogPageTag
from .categories import Category
from .index import BlogIndexPage

__all__ = ["BlogIndexPage", "BlogPage", "BlogPageAuthor", "BlogPageTag", "Category"]
