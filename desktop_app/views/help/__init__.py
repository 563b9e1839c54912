"""Help at the place where a question comes up: the manual's pages, what stands under the keyboard, a tour."""
