/**
 * A page as a browser shows it, by the Chromium of the system: its text after scripts have run, and
 * a picture. The browser has no network. What a page asks for is handed to it here, or refused.
 */
@org.jspecify.annotations.NullMarked
package stet.render;
