/** Which pages a browser shows while they are watched, and what is archived of that. */
@org.jspecify.annotations.NullMarked
package stet.app.browser;
