# Names for the commands of installers/setup, which does the work and needs only sh. `make run ARGS=...` hands on arguments.
.PHONY: run test check bench simulate

run test check bench:
	@sh installers/setup $@ $(ARGS)

# `make simulate SEEDS=n FIRST=k`: n seeds of the simulation, from k on.
simulate:
	@sh installers/setup simulate --seeds $(or $(SEEDS),100) --first $(or $(FIRST),1) $(ARGS)
