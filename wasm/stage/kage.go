package main

import "math"

// What cover.go takes from Kage.

type float = float64

func abs(x float) float { return math.Abs(x) }

func sqrt(x float) float { return math.Sqrt(x) }

func clamp(x, low, high float) float { return min(max(x, low), high) }
