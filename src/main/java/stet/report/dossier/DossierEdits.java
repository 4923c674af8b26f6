package stet.report.dossier;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.diff.Counts;
import stet.diff.Edit;
import stet.diff.Label;
import stet.report.page.Phrase;
import stet.report.page.dossier.DossierOptions;
import stet.report.page.dossier.DossierView.Line;
import stet.report.page.dossier.DossierView.Proof;
import stet.report.page.dossier.DossierView.Tag;
import stet.report.page.dossier.DossierView.TopEdit;
import stet.report.page.dossier.Wording;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.TellingEdit;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Edits as a dossier shows them. */
final class DossierEdits {
  private static final int HEADLINE = 160;
  private static final int ADDRESS = 300;
  private static final int TAGS = 5;
  private static final Pattern PARAGRAPH = Pattern.compile("paragraph ([0-9]+)");

  private final Wording words;
  private final LocalTimes times;
  private final DossierOptions options;

  DossierEdits(Wording words, LocalTimes times, DossierOptions options) {
    this.words = words;
    this.times = times;
    this.options = options;
  }

  Line line(Timeline timeline, Entry.Revised revised) {
    Counts counts = revised.revision().counts();
    return new Line(
        times.brief(revised.window()),
        headline(after(timeline, revised.version())),
        options.outlet() ? "" : options.name(timeline.article().outlet()),
        versions(revised.version()),
        tags(revised.labels()),
        words.of("line.words", counts.inserted(), counts.deleted()));
  }

  TopEdit top(int rank, Timeline timeline, Entry.Revised revised, TellingEdit edit) {
    String uri = timeline.article().uri();
    return new TopEdit(
        rank,
        headline(after(timeline, edit.version())),
        options.name(timeline.article().outlet()),
        Phrases.of(uri, "", ADDRESS).text(),
        Addresses.web(uri),
        times.window(revised.window()),
        where(edit.where().toLowerCase(Locale.ROOT)),
        versions(edit.version()),
        tags(revised.labels()),
        edit.runs(),
        edit.lang(),
        edit.dir(),
        List.of(
            proof("proof.before", after(timeline, edit.version() - 1)),
            proof("proof.after", after(timeline, edit.version()))),
        "stet evidence " + timeline.article().key());
  }

  private static SeenVersion after(Timeline timeline, int version) {
    return timeline.versions().get(version - 1);
  }

  private Phrase headline(SeenVersion version) {
    String headline = version.state().headline();
    return headline.isBlank()
        ? new Phrase(words.of("no.headline"), "", "ltr")
        : Phrases.of(headline, version.state().language(), HEADLINE);
  }

  private String versions(int version) {
    return words.of("versions", version - 1, version);
  }

  private String where(String told) {
    Matcher paragraph = PARAGRAPH.matcher(told);
    if (paragraph.matches()) {
      return words.of("place.paragraph", Integer.parseInt(paragraph.group(1)));
    }
    for (Edit.Place place : Edit.Place.values()) {
      if (place.words().equals(told)) {
        return words.of("place." + place.name().toLowerCase(Locale.ROOT));
      }
    }
    return told;
  }

  /** Whether it was said comes first. */
  private List<Tag> tags(List<Label> labels) {
    return labels.stream().limit(TAGS).map(this::tag).toList();
  }

  private Tag tag(Label label) {
    boolean disclosure = label.kind().family() == Label.Family.DISCLOSURE;
    return new Tag(label.kind().id(), disclosure, words.label(label.kind()));
  }

  private Proof proof(String name, SeenVersion version) {
    CaptureRef ref = version.first();
    String at = times.stamp(ref.at());
    String record =
        words.of("record", "snapshots/" + ref.warcFile(), Numbers.grouped(ref.warcOffset()));
    return new Proof(words.of(name, version.number()), at, ref.digest(), record);
  }
}
