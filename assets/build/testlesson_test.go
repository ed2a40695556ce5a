package main

// toyLesson is a lesson in which nothing is wrong.
const toyLesson = `---
title: A toy lesson
minutes: 7
level: anybody
---
Some *words* and $x_1$.

## First step
Prose with a formula:

$$\frac12\beta$$

` + "```step" + `
question: Is $x = 1$?
axis: copied * 20, 0 to 20, samples
options: Yes = 20 | No = 1e1 | $\|x = y\|$ = 0
law: law
hide: law, gap
preset: toy?n=3
observe: copied == 1
preset: toy
observe: copied < 1
explain: Because **of** this,
and of that.
next: Try more | toy?n=4
` + "```" + `

More prose.

` + "```" + `
# no heading, but code
` + "```" + `

## Second step
` + "```step" + `
question: And now?
axis: copied, 1e-3 to 1 log, share
preset: toy?snake=off
observe: has(copied)
explain: So.
` + "```" + `

# About
It is a toy.

## How it is tested
Here.
`
