package stet.serve.page;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.app.elsewhere.Elsewhere;
import stet.app.elsewhere.Foreign;
import stet.capture.Exchange;
import stet.diff.standard.Differs;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.VersionView.Field;
import stet.report.page.live.ForeignView;
import stet.report.site.Basis;
import stet.report.site.ServedArticle;
import stet.report.view.Beside;
import stet.report.words.Addresses;
import stet.report.words.Pages;
import stet.report.words.Phrases;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Accepted;

/**
 * A capture that others keep beside a version of an article. Nothing is kept of it: it is shown as
 * the answer to the request that asks for it.
 */
public final class ForeignPage {
  private static final int LINE = 400;

  private final Site site;
  private final ForeignAsked foreign;
  private final Elsewhere elsewhere;

  public ForeignPage(Site site) {
    this.site = site;
    this.elsewhere = site.elsewhere();
    this.foreign = new ForeignAsked(site);
  }

  /** The forms; with an archive's address, what it leads to. */
  public Answer answer(Asked asked) throws IOException {
    Timeline timeline = foreign.timeline(asked.path().get(1));
    int version = foreign.version(asked.query("version"), timeline);
    String memento = asked.query("memento");
    // A link of another site asks nobody: only the one who reads may, with the form.
    if (memento.isEmpty() || isLedHere(asked)) {
      return page(asked, timeline, version, null);
    }
    return page(asked, timeline, version, foreign.memento(memento));
  }

  private static boolean isLedHere(Asked asked) {
    String site = asked.header("Sec-Fetch-Site").orElse("none");
    return !site.equals("none") && !site.equals("same-origin");
  }

  /** What a file that was sent holds. */
  public Answer file(Asked asked) throws IOException {
    Timeline timeline = foreign.timeline(asked.path().get(1));
    ForeignAsked.Sent sent = foreign.form(asked, timeline);
    return page(asked, timeline, sent.version(), sent.foreign());
  }

  /** Takes an archive's capture into the collection. */
  public Answer add(Asked asked) throws IOException {
    Accepted accepted = foreign.had(() -> elsewhere.add(asked.query("memento")));
    String key = accepted.article().key();
    return Answer.redirect(
        303, asked.root() + Addresses.folder(key.isEmpty() ? asked.path().get(1) : key));
  }

  private Answer page(Asked asked, Timeline timeline, int version, @Nullable Foreign found) {
    SeenVersion seen = timeline.versions().get(version - 1);
    ForeignView.Found shown = found == null ? null : found(asked, timeline, seen, found);
    Frame frame =
        shown == null
            ? site.frame(asked, "Compare with a capture that others keep")
            : shown.diff().frame();
    return Answer.html(
        Site.render(
            "foreign",
            new ForeignView(
                frame,
                Phrases.of(Pages.headline(seen.state()), seen.state().language(), LINE),
                form(asked, timeline, version),
                shown)));
  }

  private static ForeignView.Form form(Asked asked, Timeline timeline, int version) {
    List<Link> versions = new ArrayList<>();
    for (int number = timeline.versions().size(); number > 0; number--) {
      versions.add(new Link(String.valueOf(number), "version " + number));
    }
    return new ForeignView.Form(
        asked.query("memento"),
        EditQuery.address("foreign", Map.of("token", List.of(asked.formToken()))),
        versions,
        String.valueOf(version));
  }

  private ForeignView.Found found(Asked asked, Timeline timeline, SeenVersion seen, Foreign found) {
    boolean first = found.isBefore(seen);
    String who = found.memento().isEmpty() ? "A saved page" : "Another archive’s capture";
    String name =
        first
            ? who + " and version " + seen.number()
            : "Version " + seen.number() + " and " + lower(who);
    Beside beside = new Beside(first, name, who + ", " + captured(found), when(found, seen));
    ServedArticle article =
        new ServedArticle(
            timeline, Basis.of(Differs.standard(), site.options()), site.surround(asked), null);
    return new ForeignView.Found(
        article.beside(seen.number(), found.version(), beside),
        said(found),
        facts(found, timeline),
        adding(asked, found));
  }

  private static String lower(String who) {
    return who.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + who.substring(1);
  }

  private String captured(Foreign found) {
    return found.at() == null ? "of a time that is not known" : "of " + stamp(found.at());
  }

  private String stamp(Instant at) {
    return site.times().stamp(at) + " " + site.times().zoneName();
  }

  private String when(Foreign found, SeenVersion seen) {
    return "Version "
        + seen.number()
        + " was first seen "
        + stamp(seen.first().at())
        + "; the other is "
        + captured(found)
        + ".";
  }

  private static String said(Foreign found) {
    String from =
        found.memento().isEmpty()
            ? "This page was sent here just now; nobody vouches for where and when it was saved."
            : "This capture was fetched just now from "
                + URI.create(found.memento()).getHost()
                + ", which states its time and its address.";
    return from
        + " It is shown beside a version of this collection. Pages differ by reader, place and"
        + " device, too: that words differ does not say who changed them, nor when, nor whether that was"
        + " told."
        + (found.whole() ? "" : " It shows signs of having been cut off.");
  }

  private List<Field> facts(Foreign found, Timeline timeline) {
    List<Field> facts = new ArrayList<>();
    if (!found.memento().isEmpty()) {
      facts.add(new Field("Kept at", Phrases.of(found.memento(), "", LINE), ""));
      boolean same = found.capture().uri().equals(timeline.article().uri());
      facts.add(
          new Field(
              "Page",
              Phrases.of(found.capture().uri(), "", LINE),
              same ? "" : "not the address of this article here"));
    }
    if (found.at() != null) {
      facts.add(new Field("Captured", Phrases.own(stamp(found.at())), "as stated: " + found.at()));
    }
    boolean cut = !found.memento().isEmpty() && found.capture().exchange() == Exchange.UNRECORDED;
    facts.add(
        new Field(
            "Bytes",
            Phrases.own(found.capture().payload().digest().labelled()),
            cut ? "without what the archive had put in" : ""));
    facts.add(new Field("Read by", Phrases.own(found.version().extractor()), ""));
    return facts;
  }

  private static ForeignView.Adding adding(Asked asked, Foreign found) {
    if (!found.memento().isEmpty()) {
      return new ForeignView.Adding(asked.formToken(), found.memento(), "");
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("url", List.of(found.capture().uri()));
    query.put("time", List.of(found.at() == null ? "" : found.at().toString()));
    return new ForeignView.Adding("", "", EditQuery.address(asked.root() + "import", query));
  }
}
