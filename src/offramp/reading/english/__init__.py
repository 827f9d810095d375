"""English as the offline coder sees it: parser, syntax, tables of words."""
