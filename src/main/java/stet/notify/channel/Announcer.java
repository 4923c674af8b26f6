package stet.notify.channel;

import java.util.List;

/** Tells a hub of feeds beside the report that have changed. */
public interface Announcer {
  /** There is no hub. */
  Announcer NONE =
      new Announcer() {
        @Override
        public String hub() {
          return "";
        }

        @Override
        public void changed(List<String> feeds) {}
      };

  /** The hub's address, which feeds name; empty for none. */
  String hub();

  /**
   * Tells it. Never fails.
   *
   * @param feeds names of files, from the report's first folder
   */
  void changed(List<String> feeds);
}
