"""The queue at a desk: joining it, its order as it stands, and every step of a visit."""
