package subject;

/** Both kinds of switch. */
final class Switching {
    enum Mode { A, B, C }

    static double simple(int k, double x) { switch (k) { case 0: x = 1; break; case 1: case 2: x *= 2; break; default: x = -x; } return x; }

    static double fallThrough(int k, double x) { switch (k) { case 0: x += 1; case 1: x *= 2; case 2: if (x > 3) break; x += 10; break; case 3: x = 0; default: x -= 5; } return x; }

    static double defaultInside(int k, double x) { switch (k) { case 0: x += 1; default: x *= 3; case 2: x += 7; break; case 4: case -1: x = 9; } return x; }

    static double defaultFirst(int k, double x) { switch (k) { default: x *= 3; case 2: x += 7; } return x; }

    static double returns(int k, double x) { switch (k) { case 0: return x; case 1: x++; return x; case 2: throw new IllegalStateException("two"); case 3: x = 8; break; default: return -x; } return x * 2; }

    static double allReturn(int k, double x) { switch (k) { case 0: case 5: return x; case 1: { x++; } default: return -x; } }

    static double inLoop(int[] k, double x) { for (int v : k) { switch (v) { case 0: continue; case 1: x += 1; break; case 2: x *= 2; case 3: x -= 1; if (x < 0) return x; break; default: if (v > 6) { x = 5; break; } x += v; } x *= 1.5; } return x; }

    static int labelled(int[] k) { int s = 0; out: for (int v : k) { sw: switch (v) { case 1: break out; case 2: for (int i = 0; i < 3; i++) { if (i == 1) break sw; s += 5; } case 3: s++; break; case 4: continue out; default: s += 2; } s *= 2; } return s; }

    static double arrows(int k, double x) { switch (k) { case 0, 1 -> x = 1; case 2 -> { if (x > 1) break; x = 4; } case 3 -> throw new ArithmeticException(); default -> x++; } return x; }

    static double noDefault(int k, double x) { switch (k) { case 0 -> x = 1; case 2 -> { return 4; } } switch (k) { case 3: x += 2; } return x; }

    static double expression(int k, double x) { double y = switch (k) { case 0 -> x; case 1, 2 -> { double t = x * x; if (t > 2) yield 1; yield t; } case 3 -> throw new IllegalArgumentException("three"); default -> k; }; return y * 2; }

    static int oldExpression(int k) { return 1 + switch (k) { case 0: yield 5; case 1: k++; case 2: k += 10; if (k > 12) yield k; default: for (int i = 0; ; i++) { if (i * i > k) yield -i; } }; }

    static int nested(int k, int m) { return switch (k) { case 0 -> switch (m) { case 0 -> 1; case 1 -> { int s = switch (m + k) { case 1: yield 4; default: yield 5; }; yield s + 1; } default -> 2; }; default -> k > 2 ? switch (m) { case 2 -> 7; default -> 8; } : m; }; }

    static int strings(String s) { switch (s) { case "one": return 1; case "two", "": return 2; default: } return switch (s) { case "x" -> 10; case "thr" + "ee" -> 11; default -> s.length(); }; }

    static int enums(Mode m, int k) { switch (m) { case A: k++; case B: k *= 2; break; default: } return k + switch (m) { case A -> 100; case B -> 200; case C -> 300; }; }

    static int chars(char c) { switch (c) { case 'a': return 1; case 'b' + 1: return 2; default: return c; } }

    static int bytes(byte b, Integer k) { int s = 0; switch (b) { case -1: s = 1; break; case 127: s = 2; } switch (k) { case 3: s += 10; break; case 4: s += 20; } return s; }

    static int effects(int k) { int s = 0; switch (k++) { case 1: s = k; break; case 2: s = k++ + k; } return s * 10 + k; }

    static int scoped(int k) { int r = 0; switch (k) { case 0: int t = 3; r = t; break; case 1: t = 5; r = t + 1; t++; r += t; break; case 2: { int u = 2; r = u; } } return r; }

    static int onlyDefault(String s, int k) { switch (s) { default: k++; } switch (k) { default -> k *= 2; } switch (k) { } return k; }

    static double yieldInLoop(double[] x) { double s = 0; for (double v : x) { s += switch ((int) v) { case 0 -> 1; case 1 -> { double p = 1; for (int i = 0; i < 5; i++) { p *= 1.1; if (p > 1.3) yield p; } yield 0; } default -> { if (s > 3) yield -1; yield v; } }; } return s; }

    static double conditional(int k, double x) { return (switch (k) { case 1 -> true; case 2 -> x > 1; default -> false; }) && x < 3 ? 1 : 2; }

    static int whileSwitch(int k) { int n = 0; while (switch (k % 3) { case 0 -> k > 0; case 1 -> { k++; yield true; } default -> n < 5; }) { k--; n++; if (n > 20) break; } return n * 10 + k; }
}
