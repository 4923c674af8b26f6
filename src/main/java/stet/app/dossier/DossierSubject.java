package stet.app.dossier;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import stet.app.AppException;
import stet.text.NearestName;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Timelines;
import stet.track.Timelines.Found;

/**
 * What a dossier is about.
 *
 * @param name of the outlet, or the words that were searched for
 * @param outlet whether it is an outlet
 */
public record DossierSubject(String name, boolean outlet) {
  /** More articles are no dossier that anybody reads. */
  private static final int MOST = 20_000;

  /**
   * An outlet of the collection, or else the articles with some words in headline or address.
   *
   * @throws AppException when there is neither
   */
  public static DossierSubject of(Collection collection, String text) {
    String plain = text.strip();
    String host = plain.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    List<String> outlets = collection.timelines().outlets();
    for (String outlet : outlets) {
      if (outlet.equals(plain) || outlet.equals(host)) {
        return new DossierSubject(outlet, true);
      }
    }
    if (plain.isEmpty() || collection.timelines().search(plain, 1).isEmpty()) {
      String near =
          NearestName.of(host, outlets).map(o -> "; did you mean '" + o + "'?").orElse("");
      throw AppException.invalid(
          "'" + text + "' is no outlet, and no article has it in headline or address" + near);
    }
    return new DossierSubject(plain, false);
  }

  /** The timelines of its articles, one after the other. */
  Iterator<Timeline> timelines(Collection collection) {
    return outlet ? collection.timelines().ofOutlets(Set.of(name)) : found(collection.timelines());
  }

  private Iterator<Timeline> found(Timelines timelines) {
    List<Long> ids = new ArrayList<>();
    for (Found found : timelines.search(name, MOST)) {
      ids.add(found.id());
    }
    return ids.stream().map(timelines::of).iterator();
  }
}
