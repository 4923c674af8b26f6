package stet.notify.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.json.AlertFacts;
import stet.json.StetJson;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.Message;

/** A message in the one form of JSON (docs/JSON.md), on one line. */
final class AlertBody {
  private AlertBody() {}

  static String of(Message message) {
    return StetJson.alert(
            new AlertFacts(
                message.id(),
                EnumId.of(message.kind()),
                message.rule(),
                message.site(),
                message.title(),
                message.reason(),
                message.entries().stream().map(AlertBody::finding).toList(),
                message.omitted(),
                message.at(),
                message.zone().getId()))
        .line();
  }

  private static AlertFacts.Finding finding(Message.Entry entry) {
    Finding finding = entry.finding();
    return new AlertFacts.Finding(
        finding.id(),
        EnumId.of(finding.event()),
        EnumId.of(entry.standing()),
        entry.note(),
        finding.sentence(),
        finding.words(),
        finding.story() == null ? null : story(finding.story()),
        change(finding.change()),
        finding.alike().stream().map(AlertBody::story).toList());
  }

  private static AlertFacts.Story story(Finding.Story story) {
    return new AlertFacts.Story(
        story.key(), story.outlet(), story.headline(), story.language(), story.uri(), story.link());
  }

  private static AlertFacts.@Nullable Change change(@Nullable Change change) {
    if (change == null) {
      return null;
    }
    List<AlertFacts.Label> labels =
        change.labels().stream().map(l -> new AlertFacts.Label(l.id(), l.detail())).toList();
    List<AlertFacts.Mark> marks =
        change.excerpt().stream()
            .map(m -> new AlertFacts.Mark(AlertFacts.Mark.Kind.valueOf(m.kind().name()), m.text()))
            .toList();
    return new AlertFacts.Change(
        change.version(),
        change.notBefore(),
        change.notAfter(),
        labels,
        change.where(),
        marks,
        new AlertFacts.Counts(change.inserted(), change.deleted(), change.moved()),
        change.leftOut(),
        change.json());
  }
}
