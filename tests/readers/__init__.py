"""Readers: files and folders become documents, and what cannot be read is said in one sentence."""
