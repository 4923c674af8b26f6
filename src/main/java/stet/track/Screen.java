package stet.track;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Erasure;
import stet.story.ArticleIdentity;
import stet.story.Reading;
import stet.story.Screening;
import stet.withhold.Withholding;

/** Takes out of what was read what is withheld, before anything is made of it. */
final class Screen implements Screening {
  private final Withholding withheld;

  Screen(Withholding withheld) {
    this.withheld = withheld;
  }

  /** The addresses under which a capture may count, whatever its page says. */
  static Set<String> addresses(Capture capture) {
    Set<String> all = new LinkedHashSet<>();
    all.add(ArticleIdentity.normalise(capture.uri()));
    if (capture.source() instanceof CaptureSource.Live live) {
      all.add(ArticleIdentity.normalise(live.requested()));
    }
    return all;
  }

  private static Set<String> addresses(Capture capture, String canonical) {
    Set<String> all = addresses(capture);
    if (!canonical.isEmpty()) {
      all.add(ArticleIdentity.normalise(canonical));
    }
    return all;
  }

  @Override
  public boolean concerns(Capture capture) {
    return !withheld.isEmpty()
        && capture.payload().size() > 0
        && withheld.concerns(addresses(capture), capture.payload().digest());
  }

  @Override
  public Reading of(Capture capture, Reading read, byte[] bytes) {
    if (withheld.isEmpty()) {
      return read;
    }
    Reading.Shown shown = read instanceof Reading.Shown s ? s : null;
    String canonical = shown == null ? "" : shown.version().canonicalUrl();
    Optional<Withholding.Found> found =
        find(capture, canonical, bytes, shown == null ? null : shown.version());
    if (found.isEmpty()) {
      return read;
    }
    if (found.get().whole()) {
      return new Reading.Hidden(found.get().by().erasure("", canonical));
    }
    ArticleVersion version = found.get().version();
    Erasure by = found.get().by().erasure("", version == null ? "" : version.canonicalUrl());
    if (shown != null && version != null) {
      return new Reading.Shown(version, shown.cut(), by);
    }
    return new Reading.Other(((Reading.Other) read).reason(), ((Reading.Other) read).detail(), by);
  }

  @Override
  public Reading told(Capture capture, Reading.Other told, byte[] bytes) {
    return find(capture, "", bytes, null)
        .<Reading>map(
            f -> new Reading.Other(told.reason(), told.detail(), f.by().erasure(told.reason(), "")))
        .orElse(told);
  }

  private Optional<Withholding.Found> find(
      Capture capture, String canonical, byte[] bytes, @Nullable ArticleVersion version) {
    return withheld.screen(
        new Withholding.Page(
            addresses(capture, canonical),
            capture.payload().digest(),
            bytes,
            capture.mediaType(),
            version));
  }
}
