package stet.app.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import stet.notify.rule.AlertRule;
import stet.track.Timelines;

/** What a rule names and the collection does not know yet: it may be written wrongly. */
final class RuleWarnings {
  private RuleWarnings() {}

  /** Whether a rule names no outlet and no article. */
  static boolean isBroad(AlertRule rule) {
    return rule.ask().filter().outlets().isEmpty() && rule.ask().article().isEmpty();
  }

  /** A line for each outlet and article of which nothing was seen yet. */
  static List<String> of(AlertRule rule, Timelines timelines) {
    List<String> warnings = new ArrayList<>();
    List<String> known = timelines.outlets();
    for (String outlet : new TreeSet<>(rule.ask().filter().outlets())) {
      if (!known.contains(outlet)) {
        warnings.add(
            "alert '"
                + rule.name()
                + "': outlet '"
                + outlet
                + "' has no story in the collection yet; 'stet log' shows how outlets are named");
      }
    }
    String article = rule.ask().article();
    if (!article.isEmpty() && timelines.find(article).isEmpty()) {
      warnings.add(
          "alert '"
              + rule.name()
              + "': article '"
              + article
              + "' is not in the collection yet; name it by its address or key as 'stet log' does");
    }
    return warnings;
  }
}
