package stet.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.diff.Differ;
import stet.diff.Label;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.MethodsView;
import stet.report.page.OutletsView;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/** One run of writing a site: takes the articles one by one, then writes what sums them up. */
final class SiteWriter {
  private final Differ differ;
  private final ReportOptions options;
  private final PageFiles files;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Times times;
  private final FrameMaker frames;
  private final ArticlePages articles;
  private final Feeds feeds;
  private final String program;
  private final @Nullable Pictures pictures;
  private int rendered;

  SiteWriter(Differ differ, ReportOptions options, PageFiles files, Ledger ledger) {
    this.differ = differ;
    this.options = options;
    this.files = files;
    this.ledger = ledger;
    this.shelf = new Shelf(ledger);
    this.times = new Times(options.zone());
    this.frames = new FrameMaker(options);
    this.articles = new ArticlePages(times, frames);
    this.feeds = new Feeds(options);
    this.pictures = options.png() ? new Pictures() : null;
    this.program = ProgramStamp.read() + differ.version() + options;
  }

  /** Writes an article's folder, or leaves it as it is where nothing has changed. */
  void add(KeptTimeline kept) throws IOException {
    String known = kept.fingerprint();
    String inputs = known.isEmpty() ? "" : inputs(known);
    Made made = earlier(Addresses.folder(kept.article()), inputs);
    if (made == null || made.note() == null) {
      made = render(kept.read(), inputs);
      rendered++;
    }
    Made.Note note = made.note();
    if (note != null) {
      shelf.add(made, note);
      feeds.add(note.line().article(), note.edits());
    }
  }

  private Made render(Timeline timeline, String inputs) throws IOException {
    Judgements judgements = new Judgements(timeline);
    List<TellingEdit> edits = Tellings.all(timeline, judgements, times);
    ArticleLine line = articles.line(timeline, edits);
    ArticleWriter writer =
        new ArticleWriter(timeline, judgements, line, edits, differ, times, files, pictures);
    return writer.write(articles, frames, feeds, inputs);
  }

  /** What an earlier run made from the same; null where none did or it was touched since. */
  private @Nullable Made earlier(String unit, String inputs) throws IOException {
    Made made = inputs.isEmpty() ? null : ledger.earlier(unit);
    if (made == null || !made.inputs().equals(inputs)) {
      return null;
    }
    Seal seal = files.keep(made.folder(), made.seal());
    if (seal == null || seal.equals(made.seal())) {
      return seal == null ? null : made;
    }
    return new Made(unit, inputs, seal, made.note());
  }

  private String inputs(String fingerprint) {
    return Digest.of(program + "\n" + fingerprint).hex().substring(0, 32);
  }

  /** Writes everything that is about more than one article. */
  Written finish() throws IOException {
    FrontPages front = new FrontPages(times);
    ArticleLists lists = new ArticleLists(front, shelf);
    List<ArticleRef> all = shelf.all();
    unit("front", marks(all), () -> writeFront(all, front, lists));
    for (Map.Entry<String, List<ArticleRef>> outlet : shelf.byOutlet().entrySet()) {
      String name = outlet.getKey();
      List<ArticleRef> own = outlet.getValue();
      unit("outlet " + name, marks(own), () -> writeOutlet(name, own, front, lists));
    }
    unit("methods", String.join("\n", shelf.extractors()), this::writeMethods);
    return files.finish(all.size(), rendered, pictures == null ? "" : pictures.note());
  }

  /** Pages that belong together. */
  private interface Group {
    void write() throws IOException;
  }

  private void unit(String name, String fingerprint, Group pages) throws IOException {
    String inputs = inputs(fingerprint);
    Made made = earlier(name, inputs);
    if (made == null) {
      pages.write();
      made = new Made(name, inputs, files.seal(), null);
    }
    ledger.add(made);
  }

  private static String marks(List<ArticleRef> refs) {
    StringBuilder marks = new StringBuilder();
    refs.forEach(r -> marks.append(r.key()).append(r.mark()));
    return marks.toString();
  }

  private void writeFront(List<ArticleRef> all, FrontPages front, ArticleLists lists)
      throws IOException {
    String title = FrameMaker.name(options);
    Frame top = frames.top(title);
    ArticleLists.Table table = lists.first(all, "", "index.html", "articles-", true);
    List<FrontView.Edits> telling = front.telling(all, shelf, "");
    List<FrontView.OutletRow> rows = front.outlets(shelf.totalsByOutlet(), "");
    FrontView index = front.view(top, title, shelf.totals(), telling, rows, table);
    files.write("index.html", Pages.render("front", index));
    lists.write(all, "", "index.html", "articles-", true, top, files);
    OutletsView outlets = new OutletsView(frames.top("Outlets"), rows);
    files.write("outlets.html", Pages.render("outlets", outlets));
    files.write("index.json", out -> SiteData.index(options, all, shelf, out));
    feeds.writeAll(shelf.totals(), files);
  }

  private void writeOutlet(
      String outlet, List<ArticleRef> own, FrontPages front, ArticleLists lists)
      throws IOException {
    String page = Addresses.outlet(outlet);
    String name = page.substring(page.indexOf('/') + 1);
    String stem = name.substring(0, name.length() - ".html".length()) + "-";
    Frame frame = frames.outlet(outlet);
    Totals totals = shelf.totalsByOutlet().getOrDefault(outlet, new Totals());
    ArticleLists.Table table = lists.first(own, "../", name, stem, false);
    List<FrontView.Edits> telling = front.telling(own, shelf, "../");
    FrontView view = front.view(frame, outlet, totals, telling, List.of(), table);
    files.write(page, Pages.render("front", view));
    lists.write(own, "o/", name, stem, false, frame, files);
    feeds.writeOutlet(outlet, totals, files);
  }

  private void writeMethods() throws IOException {
    MethodsView methods =
        new MethodsView(
            frames.top("Methods"),
            Chips.family(Label.Family.DISCLOSURE),
            Chips.family(Label.Family.SUBSTANCE),
            differ.version(),
            shelf.extractors(),
            times.zoneName());
    files.write("methods.html", Pages.render("methods", methods));
  }
}
