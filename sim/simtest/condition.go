package simtest

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"

	"example.org/rote/sim"
)

// facts looks up a fact by its key.
type facts func(key string) (value float64, ok bool)

// errAbsent is the fate of an expression that uses a fact which is not there.
var errAbsent = errors.New("a fact is absent")

// Holds reports whether a condition holds for the facts of a frame. It is a Go
// expression over their keys, with abs(x) and has(key); an absent fact makes it
// false. Anything else is an error.
func Holds(condition string, f *sim.Frame) (bool, error) { return facts(f.Value).holds(condition) }

func (f facts) holds(condition string) (bool, error) {
	e, err := parser.ParseExpr(condition)
	if err != nil {
		return false, err
	}
	v, err := f.eval(e)
	if errors.Is(err, errAbsent) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	ok, isBool := v.(bool)
	if !isBool {
		return false, fmt.Errorf("%s is a number, not a condition", condition)
	}
	return ok, nil
}

// eval returns a float64 or a bool.
func (f facts) eval(e ast.Expr) (any, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.eval(e.X)
	case *ast.BasicLit:
		return strconv.ParseFloat(e.Value, 64)
	case *ast.Ident:
		v, ok := f(e.Name)
		if !ok {
			return nil, fmt.Errorf("%s: %w", e.Name, errAbsent)
		}
		return v, nil
	case *ast.CallExpr:
		return f.call(e)
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.BinaryExpr:
		return f.binary(e)
	}
	return nil, fmt.Errorf("%T is not allowed", e)
}

func (f facts) call(e *ast.CallExpr) (any, error) {
	name, ok := e.Fun.(*ast.Ident)
	if !ok || len(e.Args) != 1 {
		return nil, errors.New("allowed are abs(number) and has(fact)")
	}
	switch name.Name {
	case "abs":
		v, err := f.eval(e.Args[0])
		x, isNumber := v.(float64)
		if err == nil && !isNumber {
			err = errors.New("abs wants a number")
		}
		return math.Abs(x), err
	case "has":
		key, ok := e.Args[0].(*ast.Ident)
		if !ok {
			return nil, errors.New("has wants the key of a fact")
		}
		_, ok = f(key.Name)
		return ok, nil
	}
	return nil, fmt.Errorf("%s is not allowed; allowed are abs and has", name.Name)
}

func (f facts) unary(e *ast.UnaryExpr) (any, error) {
	v, err := f.eval(e.X)
	if err != nil {
		return nil, err
	}
	switch x := v.(type) {
	case float64:
		if e.Op == token.SUB {
			return -x, nil
		}
	case bool:
		if e.Op == token.NOT {
			return !x, nil
		}
	}
	return nil, fmt.Errorf("%s is not allowed there", e.Op)
}

func (f facts) binary(e *ast.BinaryExpr) (any, error) {
	x, err := f.eval(e.X)
	if err != nil {
		return nil, err
	}
	// Like Go, leave out what cannot matter, so that !has(a) || a > 1 works.
	if is, ok := x.(bool); ok && (e.Op == token.LAND && !is || e.Op == token.LOR && is) {
		return is, nil
	}
	y, err := f.eval(e.Y)
	if err != nil {
		return nil, err
	}
	switch x := x.(type) {
	case bool:
		if y, ok := y.(bool); ok && (e.Op == token.LAND || e.Op == token.LOR) {
			return y, nil
		}
	case float64:
		if y, ok := y.(float64); ok {
			return numbers(e.Op, x, y)
		}
	}
	return nil, fmt.Errorf("%s is not allowed there", e.Op)
}

func numbers(op token.Token, x, y float64) (any, error) {
	switch op {
	case token.ADD:
		return x + y, nil
	case token.SUB:
		return x - y, nil
	case token.MUL:
		return x * y, nil
	case token.QUO:
		return x / y, nil
	case token.LSS:
		return x < y, nil
	case token.LEQ:
		return x <= y, nil
	case token.GTR:
		return x > y, nil
	case token.GEQ:
		return x >= y, nil
	case token.EQL:
		return x == y, nil
	case token.NEQ:
		return x != y, nil
	}
	return nil, fmt.Errorf("%s is not allowed there", op)
}
