package subject;

import static java.lang.Math.*;

import java.util.Arrays;

/** Arrays and references to them. */
final class Memory {
    static double[] create(double a, int n) { double[] x = new double[n]; for (int i = 0; i < n; i++) x[i] = a * i; return x; }

    static double[] initialised(double a) { double[] x = {a, 2 * a, 3}, y = new double[] {x[1], 7}; x[0] += y[1]; return x; }

    static double[][] matrix(double a, int n) { double[][] m = new double[n][2]; m[n - 1][1] = a; double[][] j = {{a}, {}, null, m[0]}; m[0] = j[0]; return j.length > n ? m : j; }

    static double[][][] ranks(int n) { double[][][] c = new double[n][3][]; c[0][1] = new double[] {1}; return c; }

    static int[] ints(int n) { int[] k = new int[n + 3]; long[] l = {n, 2}; boolean[] b = {true, n > 1}; k[1] += l[0]; if (b[1]) k[2]--; byte[] t = {1, (byte) n}; t[0] += k[1]; k[0] = t[0]; char[] c = {'a'}; c[0]++; k[2] += c[0]; return k; }

    static double rows(double[][] m) { double[] r = m[0]; r[0] = 5; double[] t = m[m.length - 1]; m[m.length - 1] = r; m[0] = t; return m[0][0] + r[0]; }

    static double buffers(double[] x, int n) { double[] a = x.clone(), b = new double[x.length]; for (int k = 0; k < n; k++) { for (int i = 0; i < a.length; i++) b[i] = a[i] * 0.5 + k; double[] t = a; a = b; b = t; } return a[0] + b[0]; }

    static double[] bulk(double[] x, int n) { double[] a = Arrays.copyOf(x, n); Arrays.fill(a, 0, 1, 2); System.arraycopy(x, 0, a, 1, 1); double[] b = Arrays.copyOfRange(x, 0, n); Arrays.fill(b, 3); b[0] += a[1]; return b; }

    static double[][] bulkRows(double[][] m, double[] r) { double[][] c = m.clone(); c[0] = r; Arrays.fill(c, r); double[][] d = Arrays.copyOf(m, 2); System.arraycopy(c, 0, d, 0, 1); return d; }

    static float[] floatArrays(float[] x, double a) { x[0] += a; x[0] *= 2; float[] y = {(float) a, 1, x[0]}; Arrays.fill(x, 1); return y; }

    static double compare(double[] a, double[] b) { double[] c = a; if (a == null || b == null) return -1; if (a == b) return 1; c[0]++; return c != a ? 2 : a[0]; }

    static double chosen(double[] a, double[] b, boolean k) { double[] c = k ? a : b; c[0] *= 3; double[] d = null; if (!k) d = c; return d == null ? 1 : d[0] + a[0]; }

    static double varargs(double a) { return total() + total(a) + 10 * total(a, 2) + total(new double[] {a, a}) + mixed(1, a, 3) + spread(new double[] {1}, new double[] {a}); }

    private static double total(double... x) { double s = x.length; for (double v : x) s += v; return s; }

    private static double mixed(int k, double... x) { return k * x.length + x[0]; }

    private static double spread(double[]... x) { return x.length + x[1][0]; }

    static int lengths(double[][] m, int[] k) { return m.length * 100 + m[0].length + k.length + new double[3].length + m[0].clone().length; }

    static double staticImports(double x) { return sin(x) + max(x, 2) + sqrt(abs(x)) + PI; }

    static double negative(int n) { double[] a = new double[n]; return a.length; }

    static double[] result(double[] x) { x[0] = 2; return x; }

    static double gather(double[] x, int[] k) { double s = 0; for (int i : k) { s += x[i]; x[i] = 0; } return s; }
}
