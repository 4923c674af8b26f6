package stet.serve.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.app.Mementos;
import stet.app.captures.KeptCapture;
import stet.json.CaptureFacts;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.page.VersionView.Field;
import stet.report.page.live.CaptureView;
import stet.report.page.live.CapturesView;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Role;
import stet.serve.memento.MementoRoutes;
import stet.serve.memento.PayloadDownload;
import stet.timeline.CaptureRef;
import stet.timeline.Sighting;
import stet.track.Captures;
import stet.track.Collection;
import stet.track.Timelines;

/** Captures of an article: all of them, and each as it was archived. */
public final class CapturePage {
  private static final int LISTED = 200;
  private static final int LINE = 2_000;

  private final Site site;

  public CapturePage(Site site) {
    this.site = site;
  }

  /**
   * A capture of an article.
   *
   * @param name as {@link CaptureRef#name} gives it
   * @throws HttpProblem 404 when there is none
   */
  public static KeptCapture capture(Collection collection, Asked asked, String key, String name)
      throws IOException {
    return KeptCapture.find(
            collection, Site.article(collection, key), name, asked.role().may(Role.READER))
        .orElseThrow(() -> new HttpProblem(404, "The article has no such capture."));
  }

  /** The list. */
  public Answer list(Asked asked) throws IOException {
    String key = asked.path().get(1);
    return site.page(asked, c -> Site.render("captures", list(asked, key, c)));
  }

  private CapturesView list(Asked asked, String key, Collection collection) {
    Timelines.Found article = Site.article(collection, key);
    List<Captures.Seen> all = collection.captures().seen(article.id());
    String after = asked.query("after");
    int from = after.isEmpty() ? 0 : behind(all, after);
    int to = Math.min(all.size(), from + LISTED);
    String next =
        to == all.size()
            ? ""
            : "captures?after=" + Addresses.encoded(all.get(to - 1).sighting().ref().name());
    return new CapturesView(
        site.frame(asked, "Captures", "", asked.root() + "api/v1/articles/" + key + "/captures"),
        Phrases.of(article.article().uri(), "", LINE),
        Numbers.of(all.size(), "capture", "captures") + ", oldest first.",
        all.subList(from, to).stream().map(s -> item("c/", s)).toList(),
        next);
  }

  private static int behind(List<Captures.Seen> all, String name) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).sighting().ref().name().equals(name)) {
        return i + 1;
      }
    }
    throw new HttpProblem(400, "'after' is no place in the list.");
  }

  private CapturesView.Item item(String folder, Captures.Seen seen) {
    CaptureRef ref = seen.sighting().ref();
    String status = seen.status() == null ? "" : "status " + seen.status() + ", ";
    return new CapturesView.Item(
        folder + Addresses.encoded(ref.name()),
        at(ref),
        shows(seen),
        status + ref.source().strip() + ", " + seen.uri());
  }

  private String at(CaptureRef ref) {
    return site.times().stamp(ref.at()) + " " + site.times().zoneName();
  }

  private static String shows(Captures.Seen seen) {
    Sighting sighting = seen.sighting();
    if (seen.version() != null) {
      return "Shows version " + seen.version() + ".";
    } else if (sighting.reason().equals(Sighting.REDIRECT)) {
      return "A redirect, a step on the way to the page.";
    } else if (sighting.reason().equals(Sighting.SENT)) {
      return "The page as it was sent; what a browser showed of it is the next capture.";
    }
    return "Shows no version: "
        + (sighting.detail().isEmpty() ? sighting.reason() : sighting.detail())
        + ".";
  }

  /** One of them. */
  public Answer one(Asked asked) throws IOException {
    String key = asked.path().get(1);
    String name = asked.path().get(3);
    return site.page(
        asked, c -> Site.render("capture", view(asked, key, c, capture(c, asked, key, name))));
  }

  /** Its bytes, to be saved. */
  public Answer payload(Asked asked) throws IOException {
    String key = asked.path().get(1);
    String name = asked.path().get(3);
    return site.collection()
        .ask(c -> PayloadDownload.of(capture(c, asked, key, name).capture().payload()));
  }

  private CaptureView view(Asked asked, String key, Collection collection, KeptCapture kept) {
    CaptureFacts facts = kept.facts();
    String name = Addresses.encoded(facts.seen().sighting().ref().name());
    List<CaptureView.Head> heads = new ArrayList<>();
    add(heads, "Request", facts.request());
    add(heads, "Response", facts.response());
    return new CaptureView(
        site.frame(
            asked, "A capture", "", asked.root() + "api/v1/articles/" + key + "/captures/" + name),
        shows(facts.seen()),
        links(asked, collection, kept, name),
        facts(facts),
        facts.before().stream().map(s -> item(folder(facts, s), s.seen())).toList(),
        heads);
  }

  /** Where a step's own page is, from that of the capture to which it led. */
  private static String folder(CaptureFacts facts, CaptureFacts.Step step) {
    return step.article().key().equals(facts.article().key())
        ? ""
        : "../../../" + Addresses.folder(step.article()) + "c/";
  }

  private static List<Link> links(
      Asked asked, Collection collection, KeptCapture kept, String name) {
    List<Link> links = new ArrayList<>();
    Integer version = kept.facts().seen().version();
    if (version != null) {
      links.add(new Link("../" + Addresses.version(version), "Version " + version));
    }
    memento(collection, kept)
        .ifPresent(
            m -> {
              links.add(new Link(asked.root() + MementoRoutes.path(m, false), "To be read"));
              links.add(new Link(asked.root() + MementoRoutes.path(m, true), "As archived"));
            });
    links.add(new Link(name + "/payload", "Download its bytes"));
    return links;
  }

  private static Optional<Mementos.Memento> memento(Collection collection, KeptCapture kept) {
    List<String> addresses = List.of(kept.facts().article().uri());
    return Mementos.find(collection, addresses)
        .flatMap(
            all ->
                all.all().stream().filter(m -> m.location().equals(kept.location())).findFirst());
  }

  private List<Field> facts(CaptureFacts facts) {
    CaptureRef ref = facts.seen().sighting().ref();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Captured", Phrases.own(ref.at().toString()), ""));
    fields.add(new Field("Address", Phrases.of(facts.seen().uri(), "", LINE), ""));
    Integer status = facts.seen().status();
    fields.add(
        new Field(
            "HTTP status", Phrases.own(status == null ? "not known" : status.toString()), ""));
    fields.add(new Field("Source", Phrases.of(ref.source().strip(), "", LINE), ""));
    fields.add(
        new Field("Payload", Phrases.own(ref.digest()), Numbers.of(facts.size(), "byte", "bytes")));
    if (!facts.block().isEmpty()) {
      fields.add(new Field("Block of the record", Phrases.own(facts.block()), ""));
    }
    fields.add(new Field("WARC file", Phrases.own("snapshots/" + ref.warcFile()), ""));
    fields.add(new Field("Record at byte", Phrases.own(String.valueOf(ref.warcOffset())), ""));
    return fields;
  }

  private static void add(
      List<CaptureView.Head> heads, String name, CaptureFacts.@Nullable Head head) {
    if (head != null) {
      List<Field> fields =
          head.fields().stream()
              .map(
                  f ->
                      f.value() == null
                          ? new Field(f.name(), Phrase.NONE, "kept from who only views")
                          : new Field(f.name(), Phrases.of(f.value(), "", LINE), ""))
              .toList();
      String id = name.toLowerCase(java.util.Locale.ROOT) + "-h";
      heads.add(new CaptureView.Head(name, id, Phrases.of(head.line(), "", LINE), fields));
    }
  }
}
