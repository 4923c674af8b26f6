package stet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stet.diff.Label;
import stet.report.page.Chip;
import stet.timeline.Entry;

/** Labels as shown. Any kind is shown alike, so that a new rule needs no change here. */
final class Chips {
  private Chips() {}

  static Chip of(Label label) {
    return of(label.kind(), label.detail(), 0);
  }

  static Chip of(Label.Kind kind, String detail, int count) {
    String name = Numbers.sentence(kind.id().replace('-', ' ').replaceFirst("^un ", "un-"));
    return new Chip(
        kind.id(), kind.family() == Label.Family.DISCLOSURE, name, kind.sentence(), detail, count);
  }

  static List<Chip> of(List<Label> labels) {
    return labels.stream().map(Chips::of).toList();
  }

  /** The kinds of a family, in the order of their rules. */
  static List<Chip> family(Label.Family family) {
    List<Chip> chips = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      if (kind.family() == family) {
        chips.add(of(kind, "", 0));
      }
    }
    return chips;
  }

  /** How many revisions carry each label of family disclosure, those with none left out. */
  static List<Chip> counted(Map<Label.Kind, Integer> counts) {
    List<Chip> chips = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      int count = counts.getOrDefault(kind, 0);
      if (count > 0 && kind.family() == Label.Family.DISCLOSURE) {
        chips.add(of(kind, "", count));
      }
    }
    return chips;
  }

  /** The id of the label that says whether the publisher said so: it gives a mark its shape. */
  static String disclosure(Entry.Revised revised) {
    return revised.labels().stream()
        .map(Label::kind)
        .filter(k -> k.family() == Label.Family.DISCLOSURE)
        .map(Label.Kind::id)
        .findFirst()
        .orElse("unlabelled");
  }
}
