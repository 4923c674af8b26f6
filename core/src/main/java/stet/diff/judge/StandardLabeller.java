package stet.diff.judge;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Label;

/** Goes through the table of {@link LabelRules}. */
public final class StandardLabeller implements Labeller {
  @Override
  public List<Label> label(JudgedRevision judged, Earlier earlier) {
    Facts facts = judged.facts().withEarlier(earlier);
    List<Label> labels = new ArrayList<>();
    for (LabelRules.Disclosure rule : LabelRules.DISCLOSURE) {
      if (rule.holds().test(facts)) {
        labels.add(new Label(rule.kind(), rule.sees().apply(facts)));
        break;
      }
    }
    for (LabelRules.Substance rule : LabelRules.SUBSTANCE) {
      rule.sees().apply(facts).ifPresent(detail -> labels.add(new Label(rule.kind(), detail)));
    }
    return List.copyOf(labels);
  }
}
