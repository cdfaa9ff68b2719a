public import Markup

/// Charts with the sentence that says what they show.
public enum Figures: Sendable {
  /// A value against its limit (上限に対する棒).
  ///
  /// `id` is unique in the page; `valueText` is the value with its unit; `remark` says what remains or what
  /// is exceeded.
  public static func limitBar(
    id: String,
    title: String,
    value: Int,
    valueText: String,
    limit: LimitBar.Mark,
    marks: [LimitBar.Mark] = [],
    remark: HTML = .empty
  ) -> HTML {
    let bar = LimitBar(value: value, limit: limit, marks: marks, voice: .decorative)
    return """
      <figure class="limit-figure"\(attribute: "id", id)><figcaption><span class="figure-title">\(title)</span>\
      <span class="figure-value">\(valueText)</span><span class="figure-remark">\(remark)</span>\
      <span class="hidden">（\(limit.label)）</span></figcaption>\(bar.svg)</figure>
      """
  }
}
