package stet.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Costs at several sizes as tables in Markdown. */
final class ScaleTable {
  /** The largest published corpus of news revisions. */
  private static final double LARGEST_ARTICLES = 1_280_000;

  private static final double LARGEST_VERSIONS = LARGEST_ARTICLES * 3.6;

  private ScaleTable() {}

  /** One column for each size. */
  static String of(List<ScaleRun.Measured> all) {
    StringBuilder out = new StringBuilder("\n| articles x versions (captures) |");
    all.forEach(
        m ->
            out.append(
                String.format(
                    Locale.ROOT,
                    " %,d x %d (%,d) |",
                    m.articles(),
                    m.versions() / m.articles(),
                    m.captures())));
    out.append("\n|---|").append("---:|".repeat(all.size())).append('\n');
    row(out, all, "captures a second", m -> m.captures() / m.costs().get("import seconds"));
    row(
        out,
        all,
        "processor ms a capture",
        m -> 1_000 * m.costs().get("import processor seconds") / m.captures());
    row(out, all, "database bytes a version", m -> m.costs().get("database bytes") / m.versions());
    row(
        out,
        all,
        "database by text",
        m -> m.costs().get("database bytes") / m.costs().get("text bytes"));
    for (String name : names(all)) {
      row(out, all, name, m -> m.costs().getOrDefault(name, Double.NaN));
    }
    return out.toString();
  }

  private static Set<String> names(List<ScaleRun.Measured> all) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(m -> names.addAll(m.costs().keySet()));
    return names;
  }

  private interface Cost {
    double of(ScaleRun.Measured measured);
  }

  private static void row(StringBuilder out, List<ScaleRun.Measured> all, String name, Cost cost) {
    out.append("| ").append(name).append(" |");
    all.forEach(m -> out.append(' ').append(number(cost.of(m))).append(" |"));
    out.append('\n');
  }

  /**
   * For each cost the exponent b of n^b that fits the sizes best (1: the cost of a version is flat;
   * 0: it does not grow), and what that gives for the largest published corpus.
   */
  static String slopes(List<ScaleRun.Measured> all) {
    StringBuilder out = new StringBuilder("\n| cost | grows like n to the | ");
    out.append(String.format(Locale.ROOT, "%,.0f x 3.6 |%n", LARGEST_ARTICLES));
    out.append("|---|---:|---:|\n");
    for (String name : names(all)) {
      List<ScaleRun.Measured> with =
          all.stream().filter(m -> m.costs().getOrDefault(name, 0.0) > 0).toList();
      if (with.size() > 1) {
        double slope = slope(with, name);
        ScaleRun.Measured last = with.get(with.size() - 1);
        double there = last.costs().get(name) * Math.pow(LARGEST_VERSIONS / last.versions(), slope);
        out.append(String.format(Locale.ROOT, "| %s | %.2f | %s |%n", name, slope, number(there)));
      }
    }
    return out.toString();
  }

  /** Least squares on logarithms. */
  private static double slope(List<ScaleRun.Measured> all, String name) {
    List<double[]> points = new ArrayList<>();
    all.forEach(
        m -> points.add(new double[] {Math.log(m.versions()), Math.log(m.costs().get(name))}));
    double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double together = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    return together / points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
