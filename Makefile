# Two commands do everything on a machine with Go and make alone: `make run`, `make test`.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOLANGCI    = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
INPUT      ?=
GOLD       ?=
EXCEPT     ?=
VERSION    ?=
FUZZTIME   ?= 20s
SIZES      ?= 10000 100000 1000000 10000000
ARTICLES   ?= 10000
CLAIMS     ?= 100000

# The folders whose tests keep golden files.
GOLDEN = $(sort $(dir $(shell grep -rl --include='*_test.go' 'flag.Bool."update"\|goldentest.Archives' .)))
# The articles that eval and ablation leave out, by patterns of file names in EXCEPT.
LEFTOUT = $(foreach pattern,$(EXCEPT),--except '$(pattern)')
# One word a fuzz target: folder:name.
FUZZ   = $(shell grep -ro --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | sed 's,/[^/]*:func ,:,' | sort)

.PHONY: help run test check fmt vet lint build race fuzz bench bench-datasets notebooks pictures duplicates scale planted planted-claims eval blind ablation rules golden report screenshots cover clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: build ## the main job on the embedded sample, into out/sample
	bin/roleclaims run --out out/sample --force
	@echo
	@echo "The datasets and the report are in out/sample; open out/sample/report.html."

test: ## all tests
	go test ./...

check: fmt vet lint test ## what CI runs

fmt: ## fail on files that gofmt would change
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "gofmt -w these:"; echo "$$files"; exit 1; fi

vet: ## go vet, for Linux, macOS and Windows
	@for system in linux darwin windows; do echo "GOOS=$$system go vet ./..."; GOOS=$$system go vet ./... || exit 1; done

lint: ## staticcheck and golangci-lint, at pinned versions
	go run $(STATICCHECK) ./...
	go run $(GOLANGCI) run ./...

build: ## bin/roleclaims and bin/roleclaims-gen
	go build -o bin/roleclaims ./cmd/roleclaims
	go build -o bin/roleclaims-gen ./cmd/roleclaims-gen

race: ## all tests under the race detector (needs a C compiler)
	go test -race ./...

fuzz: ## every fuzz target for FUZZTIME
	@for target in $(FUZZ); do \
		echo "$$target"; \
		go test "$${target%:*}" -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime $(FUZZTIME) || exit 1; \
	done

bench: ## all benchmarks
	go test -run '^$$' -bench . -benchmem ./...

scale: build ## detection among SIZES generated claims: CPU, memory, what was planted
	bin/roleclaims-gen bench $(SIZES)

planted: build ## all that is planted in ARTICLES generated articles is found, and nothing else
	rm -rf out/made
	bin/roleclaims-gen articles $(ARTICLES) --seed 1 --out out/made
	bin/roleclaims run out/made/articles --out out/planted --force
	bin/roleclaims eval --gold out/made/answers --totals out/planted | tee out/planted.txt
	@grep -q '^all contradictions:.* fp 0 fn 0)' out/planted.txt

planted-claims: build ## all that is planted in CLAIMS generated claims is found, and no trap is sprung
	rm -rf out/claims
	bin/roleclaims-gen claims $(CLAIMS) --seed 1 --out out/claims
	bin/roleclaims validate out/claims/claims
	bin/roleclaims merge out/claims/claims --out out/claims/found
	bin/roleclaims-gen score out/claims out/claims/found

duplicates: ## time and memory of the search for near-duplicates among 100,000 documents
	ROLECLAIMS_DOCUMENTS=100000 go test ./corpus -run TestDuplicatesAtScale -v -timeout 60m

bench-datasets: .venv build ## a million generated rows, and 70,000 texts: size beside pyarrow's, rows a CPU-second, memory under 200 MB
	@rm -rf out/bench && mkdir -p out/bench
	@go test -c -o bin/output.test ./output
	@bin/output.test -test.run '^TestManyRows$$/^written$$' -rows 1000000 -most 200 -keep out/bench
	@.venv/bin/python .ci/bench-datasets.py out/bench/responsibilities.parquet
	@bin/output.test -test.run '^TestManyRows$$/^spooled$$' -rows 1000000 -most 200 -keep out/bench
	@TMPDIR=out/bench bin/output.test -test.run '^TestManyDocuments$$' -rows 1050000 -most 200
	@.venv/bin/python .ci/peak.py 200 bin/roleclaims-gen claims 1000000 --out out/bench/claims
	@rm -r out/bench

.venv: examples/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r examples/requirements.txt
	@touch .venv

notebooks: build .venv ## the notebooks of examples/ on the sample, in the browser (make notebooks RUN=DIR for a run of yours)
	$(if $(RUN),,bin/roleclaims run --out out/sample --force)
	ROLECLAIMS_RUN=$(abspath $(or $(RUN),out/sample)) .venv/bin/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) --notebook-dir examples

eval: build ## scores of a run over INPUT against the answers in GOLD (the sample), by rule, with every miss
	bin/roleclaims run $(INPUT) --out out/eval --force
	bin/roleclaims eval $(addprefix --gold ,$(GOLD)) $(LEFTOUT) --verbose --by-rule out/eval

blind: build ## scores on the texts that nobody has read, totals only; VERSION=COMMIT scores another version
	@.ci/blind $(VERSION)

ablation: build ## what each rule adds to F1 on INPUT, a column for each folder of answers in GOLD
	@bin/roleclaims eval ablation $(addprefix --gold ,$(GOLD)) $(LEFTOUT) $(INPUT)

rules: build ## write each rule's precision, measured on INPUT against GOLD, into the lexicon
	bin/roleclaims run $(INPUT) --out out/rules --force
	bin/roleclaims eval $(addprefix --gold ,$(GOLD)) $(LEFTOUT) --totals --by-rule --update-rules extract/lexicon/data/rules.tsv out/rules

golden: export ROLECLAIMS_SHARED ?= $(realpath ../shared)
golden: ## rewrite the golden files; read the diff before you commit it
	go test $(GOLDEN) -update

report: build ## a run over INPUT (the sample without one), into out/report
	bin/roleclaims run $(INPUT) --out out/report --force

pictures: build .venv ## the plots of the README, from quickstart.ipynb on the sample
	@mkdir -p docs/pictures
	bin/roleclaims run --out out/sample --force
	cd examples && ROLECLAIMS_RUN=../out/sample ROLECLAIMS_PICTURES=../docs/pictures ../.venv/bin/jupyter execute quickstart.ipynb

screenshots: ## the pictures of the README, from the sample (needs Chromium)
	@mkdir -p docs/screenshots
	ROLECLAIMS_SCREENSHOTS=$(CURDIR)/docs/screenshots go test ./cmd/roleclaims -run TestReviewOfTheSample -count 1

cover: ## test coverage as out/cover.html
	@mkdir -p out
	go test -coverprofile out/cover.txt ./...
	go tool cover -html out/cover.txt -o out/cover.html

clean: ## remove what the other targets made
	rm -rf bin out .venv
