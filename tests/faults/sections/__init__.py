"""What is measured, each section by a function `measure`."""
