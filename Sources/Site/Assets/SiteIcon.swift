/// The icon of the browser's tab: the emblem of the header.
enum SiteIcon {
  static let text: StaticString = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0017c1"/>\
    <g fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">\
    <circle cx="16" cy="16" r="9"/><path d="M16 10.5V16l4 2.5"/></g></svg>
    """
}
