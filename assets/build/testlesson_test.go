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
options: Yes | No | $\|x\|$
preset: toy?n=3
observe: copied == 1
preset: toy
observe: copied < 1
explain: Because **of** this,
and of that.
` + "```" + `

More prose.

` + "```" + `
# no heading, but code
` + "```" + `

## Second step
` + "```step" + `
question: And now?
options: A | B
preset: toy?snake=off
observe: has(copied)
explain: So.
` + "```" + `

# About
It is a toy.

## How it is tested
Here.
`
