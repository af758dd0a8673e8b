# Names for the commands of installers/setup, which does the work and needs only sh. `make run ARGS=...` hands on arguments.
.PHONY: run test check bench

run test check bench:
	@sh installers/setup $@ $(ARGS)
