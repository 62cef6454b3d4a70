"""The figures of the WordPress importer."""
