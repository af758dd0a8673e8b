"""Reports as pictures and as one paper."""
