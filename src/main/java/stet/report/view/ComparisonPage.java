package stet.report.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.diff.Differ;
import stet.report.ReportOptions;
import stet.report.page.AloneView;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.report.page.VersionView.Field;
import stet.report.words.Judgements;
import stet.report.words.Numbers;
import stet.report.words.Pages;
import stet.report.words.Phrases;
import stet.report.words.Times;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;

/**
 * One HTML page that compares two versions and needs nothing beside it: no style sheet, no site.
 */
public final class ComparisonPage {
  private final Differ differ;
  private final ReportOptions options;
  private final Times times;

  /**
   * @param differ compares versions that are no neighbours
   */
  public ComparisonPage(Differ differ, ReportOptions options) {
    this.differ = differ;
    this.options = options;
    this.times = new Times(options.zone());
  }

  /**
   * The page as UTF-8.
   *
   * @param from number of the version on the left, from 1
   * @param to number of the version on the right; the earlier of the two may stand there
   * @throws IOException when the program's own style sheet cannot be read
   */
  public byte[] of(Timeline timeline, int from, int to) throws IOException {
    DiffView diff = diff(timeline, from, to);
    byte[] css = StyleSheet.read();
    AloneView view =
        new AloneView(
            diff,
            proof(timeline, from, to),
            new String(css, StandardCharsets.UTF_8),
            StyleSheet.digest(css));
    return Pages.render("alone", view);
  }

  private DiffView diff(Timeline timeline, int from, int to) {
    RevisionViews views = new RevisionViews(timeline, times, new Judgements(timeline), Map.of());
    Steps steps = new Steps(timeline, differ);
    DiffViews diffs = new DiffViews(timeline, steps, views, null, times).alone();
    SeenVersion before = timeline.versions().get(from - 1);
    SeenVersion after = timeline.versions().get(to - 1);
    Frame frame =
        new FrameMaker(options)
            .top(Pages.headline(after.state()) + ": " + RevisionViews.name(from, to));
    // Neighbours were compared and labelled already.
    Optional<Entry.Revised> stored = from == to - 1 ? steps.told(to) : Optional.empty();
    if (stored.isPresent()) {
      return diffs.neighbours(stored.get(), frame);
    }
    return diffs.any(from, to, differ.diff(before.state(), after.state()), frame);
  }

  private List<Field> proof(Timeline timeline, int from, int to) {
    List<Field> fields = new ArrayList<>();
    for (int number : from == to ? List.of(from) : List.of(from, to)) {
      CaptureRef ref = timeline.versions().get(number - 1).first();
      String name = "Version " + number;
      fields.add(
          new Field(
              name,
              Phrases.own("first captured " + times.stamp(ref.at()) + " " + times.zoneName()),
              ref.at().toString()));
      fields.add(new Field(name + ", page", Phrases.own(ref.digest()), ""));
      String record = "snapshots/" + ref.warcFile() + ", byte " + Numbers.grouped(ref.warcOffset());
      fields.add(new Field(name + ", record", Phrases.own(record), ""));
    }
    fields.add(
        new Field(
            "Read by",
            Phrases.own(timeline.versions().get(to - 1).state().extractor()),
            "compared by " + differ.version()));
    return fields;
  }
}
