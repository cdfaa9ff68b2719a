import Testing

extension ProgramTests {
  @Suite struct DutiesListTests {
    @Test(.timeLimit(.minutes(10))) func listsWhatTheFiltersLeave() async throws {
      try await DemoYearTests.withDemo { file in
        func list(_ filters: [String]) async throws -> [[Substring]] {
          let listed = try await Binary.run(["duties", "list"] + filters + ["--database", "sqlite:\(file)"])
          #expect(listed.status == 0, "\(listed.errors)")
          let lines = listed.output.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)
          }
          #expect(lines.first?.first == "measure" && lines.first?.count == 10)
          return Array(lines.dropFirst())
        }
        let all = try await list([])
        let overdue = try await list(["--state", "overdue"])
        let measure = try #require(overdue.first?.first).description
        let some = try await list(["--state", "overdue", "--measure", measure])
        #expect(!some.isEmpty && some.count < overdue.count && overdue.count < all.count)
        #expect(some.allSatisfy { $0.first.map(String.init) == measure })
        #expect(try await list(["--due-before", "2000-01-01"]).isEmpty)
        for wrong in [["--unit", "no-such-unit"], ["--due-before", "2026-02-30"], ["--state", "lost"]] {
          let refused = try await Binary.run(["duties", "list"] + wrong + ["--database", "sqlite:\(file)"])
          #expect(refused.status == (wrong[0] == "--unit" ? 65 : 64), "\(wrong)")
          #expect(refused.output.isEmpty)
        }
      }
    }
  }
}
