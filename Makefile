# Names for the commands of installers/setup, which does the work and needs only sh. `make run ARGS=...` hands on arguments.
# `make bench-queue`: the queue's order in simulated clinics, ten seeds of two hundred days, and its table.
.PHONY: run test check bench bench-queue simulate

run test check bench bench-queue:
	@sh installers/setup $@ $(ARGS)

# `make simulate SEEDS=n FIRST=k`: n seeds of the simulation, from k on.
simulate:
	@sh installers/setup simulate --seeds $(or $(SEEDS),100) --first $(or $(FIRST),1) $(ARGS)
