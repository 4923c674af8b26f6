package stet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stet.copies.Labelled.Pair;
import stet.copies.RealTexts.Real;
import stet.copies.Verdict.Kind;

/** How well copies are told from what only looks like them. */
class CopyAccuracyTest {
  private static final boolean SHOW = Boolean.getBoolean("stet.copies.show");

  @Test
  void copiesAreToldFromLookAlikes() {
    assumeTrue(Files.isDirectory(RealTexts.DATA), "../shared/data is not here");
    long cpu = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); long t0 = System.nanoTime();
    List<Real> news = RealTexts.labelled();
    List<Real> series =
        RealTexts.versions(
            "govuk-news", "govuk-guidance", "fcdo-travel", "swissgov-press", "ca-cannabis",
            "nodejs", "ruby-news", "letsencrypt", "lctt-zh", "18f-blog");
    List<Real> policies = RealTexts.versions("ota-contrib", "ota-france", "ota-pga", "ota-html-demo");
    long t1 = System.nanoTime();
    Labelled all = Labelled.of(news, series, policies);
    Sketches sketches = new Sketches();
    all.texts.values().forEach(sketches::add);
    SketchIndex index = sketches.index();
    Map<Long, Integer> places = new TreeMap<>();
    for (int p = 0; p < index.size(); p++) {
      places.put(index.article(p).id(), p);
    }
    KeptTexts comparer = new KeptTexts(index.check(), id -> List.of(all.texts.get(id)));
    long t2 = System.nanoTime();
    Map<String, int[]> counts = new TreeMap<>();
    for (Pair pair : all.pairs) {
      int a = places.get(pair.first());
      int b = places.get(pair.second());
      int hits = index.hits(a, b);
      boolean candidate = index.enough(hits, a, b);
      Verdict v = candidate ? comparer.compare(pair.first(), pair.second()) : null;
      boolean found = v != null && v.kind() != Kind.NOT;
      int[] c = counts.computeIfAbsent((pair.report() ? "R " : "T ") + pair.copy() + " " + pair.kind(), k -> new int[3]);
      c[0]++;
      c[1] += found ? 1 : 0;
      c[2] += v != null && v.kind() == Kind.COPY ? 1 : 0;
      if (SHOW && !pair.report() && found != pair.copy()) {
        System.out.println(pair + " hits " + hits + " " + v + "\n   " + all.texts.get(pair.first()).outlet() + " " + all.real.get(pair.first()) + "\n || " + all.texts.get(pair.first()).paragraphs() + "\n || " + all.texts.get(pair.second()).paragraphs());
      }
    }
    counts.forEach((k, c) -> System.out.println(k + " n=" + c[0] + " found=" + c[1] + " copy=" + c[2]));
    long t3 = System.nanoTime();
    System.out.println((t1 - t0) / 1000000 + " " + (t2 - t1) / 1000000 + " " + (t3 - t2) / 1000000 + " texts " + all.texts.size());
  }
}
