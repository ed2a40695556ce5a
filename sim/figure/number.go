package figure

// Number writes x for people: three significant digits, "0.0004" and never
// "0.00", "12,300", "1.2e6", and a proper minus sign. Whole numbers below a
// million keep all their digits.
func Number(x float64) string { return "" }
