package stet.cli;

import stet.track.Collection;
import stet.watch.WatchStore;

/** The file that says what is watched, of a collection that is there. */
final class WatchFile {
  private WatchFile() {}

  /** Opens it, empty where nothing was tracked yet; refuses where there is no collection. */
  static WatchStore open(HomeOption home) {
    Collection.open(home.home()).close();
    return WatchStore.open(home.home().resolve(WatchStore.FILE));
  }
}
