package stet.story;

import stet.capture.Capture;

/** Takes out of what was read what may be told to nobody, before anything is made of it. */
public interface Screening {
  /** Everything may be told. */
  Screening NONE =
      new Screening() {
        @Override
        public boolean concerns(Capture capture) {
          return false;
        }

        @Override
        public Reading of(Capture capture, Reading read, byte[] bytes) {
          return read;
        }

        @Override
        public Reading told(Capture capture, Reading.Other told, byte[] bytes) {
          return told;
        }
      };

  /** Whether a capture whose page is not read may have to be looked at all the same. */
  boolean concerns(Capture capture);

  /** What of a page may be told. */
  Reading of(Capture capture, Reading read, byte[] bytes);

  /** What the exchange told of a page, with a note where its bytes may not be told. */
  Reading told(Capture capture, Reading.Other told, byte[] bytes);
}
