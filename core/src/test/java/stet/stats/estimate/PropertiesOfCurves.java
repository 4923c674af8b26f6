package stet.stats.estimate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tests of curves share. */
final class PropertiesOfCurves {
  private PropertiesOfCurves() {}

  static Map<Censored, Long> counted(List<Censored> observations) {
    return observations.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
