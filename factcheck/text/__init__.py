"""Strings and offsets: plain spelling, zones, sentences, quotations, tokens."""
