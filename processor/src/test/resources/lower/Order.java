package subject;

/** What is evaluated when. */
final class Order {
    static int increments(int x) { x = x++ + x; int y = x-- - --x; return x * 100 + y + (x++ * ++x); }

    static double chained(double a, double b) { double c; a = b = c = a * b; a += b -= c = 3; return a * 100 + b * 10 + c; }

    static int[] indexed(int[] a, int i) { a[i++] = i; a[i] = i = 2; a[i] += (i = 1); a[i]++; --a[i]; return a; }

    static double[] compound(double[] a, int i, double b) { a[i++] += a[i] * (i = 1) + b; a[i] *= a[i] = 3; return a; }

    static double[] sideEffects(double[] a) { int i = 0; a[i] = a[i = 1] = i + 0.5; return a; }

    static double readFirst(double[] a) { double s = a[0] + (a[0] = 5) * a[0]; a[0] += a[0]++ + ++a[0]; return s + a[0]; }

    static double shadowsCompound(double x) { x += x++ * x; x -= x = 2; return x; }

    static double inCondition(double x, int k) { if ((k = k + 1) > 2 && (x = x + k) > 3 || k++ == 0) x *= 10; return x + k; }

    static double inTernary(double x, int k) { double y = (k++ > 1 ? x = 3 : (x += 2)) * x; return y * 10 + k; }

    static double[] nulls(double[] a, double[] b, int i) { a[i] = b[i + 1]; a[i] += b[i]; return a; }

    static int shortCircuit(int[] a, int i) { return i >= 0 && i < a.length && a[i] > 0 || i == -1 ? i : a[0] / i; }

    static double inLoop(double[] x) { double s = 0; int i = -1, n = x.length; while (++i < n && (s += x[i]) < 10) { s += (x[i] = i); } return s * 100 + i; }

    static double callsInOrder(double[] a) { return bump(a) * 100 + bump(a) - a[0] * bump(a); }

    private static double bump(double[] a) { return a[0]++; }

    static double argumentsInOrder(double[] a, int i) { return three(a[i]++, a[i], i++) + i; }

    private static double three(double a, double b, int c) { return a * 100 + b * 10 + c; }

    static double postfixRow(double[][] a, int i) { a[i++][i]++; a[i] = a[0]; return a[i][0]--; }

    static double forUpdates(int n) { int i, j; double s = 0; for (i = 0, j = n; i < j--; i += 2) { s += i * j; if (s > 20) break; } return s * 100 + i * 10 + j; }

    static int switchEffects(int k) { switch (k++) { case 1: k += 10; case 2: return k; default: k = -k; } return k; }

    static int divisions(int a, int b) { return a / b + a % b; }

    static double swap(double[] a, int i, int j) { double t = a[i]; a[i] = a[j]; a[j] = t; return t; }

    static double conditionalCalls(double[] a, boolean b) { return b && bump(a) > 1 ? bump(a) : a[0]; }

    static int whileCalls(double[] a) { int n = 0; while (bump(a) < 4) { n++; if (n > 8) break; } return n; }

    static int doCalls(double[] a) { int n = 0; do { n++; if (n == 3) continue; } while (bump(a) < 4 && n < 9); return n; }
}
