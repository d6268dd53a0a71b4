package subject;

import static java.util.Collections.max;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntSupplier;

/** Objects that are only passed through. */
final class Passive {
    enum Mode { A, B, C { @Override int weight() { return 9; } }; int weight() { return ordinal(); } }

    interface Shape { double area(); }

    record Square(double side) implements Shape { public double area() { return side * side; } }

    static final class Counter { int n; int[] all = {1, 2, 3}; static int made; Counter next; Counter(int n) { this.n = n; made++; } int next() { return n++; } }

    static final Map<String, Integer> NAMES = Map.of("one", 1, "two", 2);

    static double lists(List<Integer> list, double x) { double s = x; for (int i = 0; i < list.size(); i++) s += list.get(i) * x; for (int v : list) s -= v; for (Integer v : list) { if (v == 3) continue; if (v > 6) break; s *= v; } return s; }

    static double iterables(Iterable<? extends Number> all) { double s = 0; for (Number n : all) s += n.doubleValue(); for (Object o : all) s += o.hashCode(); return s; }

    static double wideElements(List<Integer> list) { double s = 0; for (double v : list) s += v / 2; for (long v : list) s += v; return s; }

    static double iterator(List<Integer> list) { double s = 0; Iterator<Integer> it = list.iterator(); while (it.hasNext()) { int k = it.next(); if (k == 2) it.remove(); else s += k; } return s * 10 + list.size(); }

    static int boxes(Integer a, int b, Double d) { Integer c = b; int e = a + c; c++; c += 2; Long l = 5L; l *= b; double f = d; if (a == b) e += 100; Integer g = c > 3 ? c : b; return e + c + l.intValue() + (int) f + g; }

    static String text(String s, int i, double d, char c) { String t = s + i + (i + 1) + c + d + null; t += i; t += 'x'; t += t.length() + 1; Object o = "q" + true; o += s; return t + o; }

    static int strings(String s) { int n = s.length(); String u = s.toUpperCase().concat("!").substring(1); for (char c : u.toCharArray()) n += c; return u.isEmpty() ? n : u.charAt(0) + n; }

    static int counters(int n) { Counter.made = 0; Counter c = new Counter(n), d = new Counter(3); c.n += d.next() * 2; c.n++; int k = c.n-- + d.n; c.next = d; c.next.n = k; c.all[1] += d.n; c.all[0] = Counter.made++; Counter.made *= 2; return c.n * 1000 + c.next.n + c.all[0] + c.all[1] + Counter.made; }

    static String orders(int n) { Counter c = new Counter(n); List<Object> out = new ArrayList<>(); out.add(c.next()); out.add(c.next() + half(c.n) + c.next()); out.add(String.valueOf(c.next()).concat("" + c.n + c.next() + c.n++)); int i = 0; out.add(List.of(i++, i, i = 7, c.n, i)); return out.toString() + c.n; }

    private static int half(int n) { return n / 2; }

    static int instances(Object o, int n) { int k = 0; if (o instanceof String) k++; if (o instanceof String s && s.length() > n) k += s.length(); if (!(o instanceof String t)) return k; k += t.length() * 100; Object p = n > 2 ? o : (Object) n; if (p instanceof Integer i) k += i; while (!(p instanceof Integer j)) { p = 5; } return k + j; }

    static double shapes(double x, int n) { Shape s = new Square(3); if (n > 1) s = null; return s == null ? x : s.area() * x; }

    static int lambdas(int n) { DoubleUnaryOperator f = v -> v * 2 + (v > 3 ? 1 : -v); IntSupplier g = () -> n + 1; Map<String, Integer> m = new HashMap<>(NAMES); m.merge("one", n, Integer::sum); m.computeIfAbsent("zero", String::length); List<Integer> l = new ArrayList<>(m.values()); l.removeIf((Integer v) -> v == n); l.sort((a, b) -> b - a); return (int) f.applyAsDouble(n) * 1000 + g.getAsInt() + l.size() + max(m.values()) + m.get("one"); }

    static int generics(List<Integer> list, int n) { List<? super Integer> sink = new ArrayList<Number>(list); sink.add(n); var copy = new ArrayList<>(list); copy.add(n); List<Integer> none = List.of(); Object first = sink.get(0); return copy.size() + none.size() + sink.size() + first.hashCode() + java.util.Collections.<Integer>emptyList().size(); }

    static int overloads(byte b, int i, char c) { Object o = "s"; final byte five = 5; CharSequence q = "s"; String nothing = null; return pick(b) + pick(i) * 10 + pick((char) (c + 1)) * 100 + pick(o) * 1000 + pick(five) * 10000 + pick(q) * 100000 + pick("s") * 1000000 + pick(nothing) * 10000000; }

    static int pick(byte b) { return 1; }
    static int pick(int i) { return 2; }
    static int pick(char c) { return 3; }
    static int pick(Object o) { return 4; }
    static int pick(String o) { return 5; }
    static int pick(CharSequence o) { return 6; }

    static int objectArrays(int n) { String[] names = {"a", "b" + n, null}; names[2] = names[0] + 1; names[n > 1 ? 1 : 0] += "!"; Object[] all = names; int k = 0; for (String s : names) k += s.hashCode(); Integer[] boxed = {1, n}; boxed[0]++; boxed[1] += n; List<?>[] lists = new List<?>[2]; lists[1] = List.of(n); return k + boxed[0] + boxed[1] + all.length + lists[1].size(); }

    static double casts(Object o, int n) { Object k = n; int i = (int) k; double d = (Integer) k; Number m = (Number) k; String s = (String) o; long l = (long) (int) (Integer) k; return i + d + m.intValue() + s.length() + l; }

    static int enums(Mode m, int n) { Mode k = n > 2 ? Mode.A : m; return (k == Mode.B ? 1 : k != null ? k.weight() : 2) + Mode.values().length; }

    static int classes(int n) { return (String.class.getSimpleName() + int[].class.getSimpleName()).length() + n; }

    static double asserts(double x) { assert x > 1e9 : "never checked"; return x; }

    static int chars(char[] c) { StringBuilder b = new StringBuilder(); for (char v : c) b.append(v).append((int) v).append(1.5f); b.setLength(b.length() - 1); return b.toString().hashCode(); }
}
