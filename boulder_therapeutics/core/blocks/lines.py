from wagtail import blocks


def line_block(label, **options):
    """Return a block for one line of a list.

    The editor shows no label beside such fields, so `label` is for screen readers only.
    """
    block = blocks.CharBlock(**options)
    block.field.widget.attrs["aria-label"] = label
    return block
