package stet.app.edits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** How good an order of days' edits is: nDCG@10 (Järvelin and Kekäläinen, 2002), mean over days. */
final class Ranked {
  private static final int PLACES = 10;
  private static final int SHUFFLES = 200;

  private final Map<String, List<JudgedEdits.Edit>> days = new LinkedHashMap<>();

  Ranked(List<JudgedEdits.Edit> edits) {
    edits.forEach(e -> days.computeIfAbsent(e.line().day(), d -> new ArrayList<>()).add(e));
    // Where nothing is to be gained any order is the best one.
    days.values().removeIf(d -> d.stream().allMatch(e -> e.line().label() == 0));
  }

  int days() {
    return days.size();
  }

  /** Equal ones stand newest first, as they do where they are shown. */
  double by(ToDoubleFunction<JudgedEdits.Edit> height) {
    return days.values().stream()
        .mapToDouble(
            day ->
                ndcg(
                    day.stream()
                        .sorted(
                            Comparator.comparingDouble(height)
                                .thenComparing(e -> e.revised().at())
                                .reversed())
                        .toList()))
        .average()
        .orElse(0);
  }

  /** What no order at all comes to. */
  double byChance() {
    Random random = new Random(7);
    double sum = 0;
    for (int i = 0; i < SHUFFLES; i++) {
      for (List<JudgedEdits.Edit> day : days.values()) {
        List<JudgedEdits.Edit> shuffled = new ArrayList<>(day);
        Collections.shuffle(shuffled, random);
        sum += ndcg(shuffled);
      }
    }
    return sum / SHUFFLES / days.size();
  }

  private static double ndcg(List<JudgedEdits.Edit> order) {
    List<JudgedEdits.Edit> ideal =
        order.stream()
            .sorted(Comparator.comparingInt((JudgedEdits.Edit e) -> -e.line().label()))
            .toList();
    return gain(order) / gain(ideal);
  }

  private static double gain(List<JudgedEdits.Edit> order) {
    double gain = 0;
    for (int i = 0; i < Math.min(PLACES, order.size()); i++) {
      double label = Math.pow(2, order.get(i).line().label()) - 1;
      gain += label * Math.log(2) / Math.log(i + 2.0);
    }
    return gain;
  }
}
