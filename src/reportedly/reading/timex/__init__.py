"""The tagger of temporal expressions: what they are in the text, and which time they stand for (TIMEX3, EDTF)."""
