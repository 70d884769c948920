/// The checks of what sentences claim.
///
/// A check reads what others found only in its own group, so two threads may share the groups.
enum NarrativeChecks {
  /// Those that a sentence alone decides, wherever it stands.
  static let ofSentences = [
    share, growth, zeroBase, completion, sums, series, plainChanges, plainRatios, plainSums,
  ]

  /// Shares, rates, sums, and figures that something is missing of.
  static let figures: [Check] = [
    share,
    growth,
    zeroBase,
    Check(rules: ["share", "growth-rate", "direction"], run: RespectiveCheck.run),
    Check(rules: ["growth-rate", "direction"], run: PercentPointCheck.run),
    completion,
    Check(rules: ["completion-rate"], run: DeviationCheck.run),
    Check(rules: ["completion-rate"], run: PlannedCounts.run),
    sums,
    series,
    Check(rules: ["narrative-sum"], run: RemainderCheck.run),
    Check(rules: ["narrative-sum"], run: TrailingSumCheck.run),
    Check(rules: ["narrative-sum"], run: SavedCheck.run),
    Check(rules: ["narrative-sum"], run: AddedBudgetCheck.run),
    Check(rules: ["narrative-sum"], run: CarryOverCheck.run),
    Check(rules: ["narrative-repeat"], run: RoundedEchoCheck.run),
    Check(rules: ["narrative-sum"], run: ChangeSumCheck.run),
    Check(rules: ["narrative-table"], run: EmptyTableFigureCheck.run),
    Check(rules: ["narrative-table"], run: PriorColumnCheck.run),
    Check(rules: ["narrative-sum"], run: BothSidesCheck.run),
    Check(rules: ["narrative-sum"], run: BothSidesChanges.run),
    Check(rules: ["narrative-sum"], run: NamesCountCheck.run),
    Check(rules: ["narrative-sum"], run: NamedProjects.run),
    Check(rules: ["narrative-sum"], run: QuotedNamesCount.run),
    Check(rules: ["narrative-sum"], run: StaffPosts.run),
    Check(rules: ["narrative-repeat"], run: ChartCaptions.run),
    Check(rules: ["share", "narrative-sum"], run: SmallFirmWhole.run),
    Check(rules: ["direction"], run: GapReason.run),
    Check(rules: ["narrative-sum"], run: UnitCountCheck.run),
    Check(rules: ["narrative-table"], run: UnitListCheck.run),
    Check(rules: ["narrative-sum"], run: AmongCounts.run),
    Check(rules: ["narrative-sum"], run: PerHeadCheck.run),
    Check(rules: ["direction"], run: NothingBefore.run),
    Check(rules: ["narrative-repeat"], run: StaffRepeat.run),
    Check(rules: ["narrative-sum"], run: GradeCountCheck.run),
    Check(rules: ["name-mismatch"], run: PathCheck.run),
    Check(rules: ["duplicate-item"], run: DuplicateItems.run),
    Check(rules: ["missing-amount", "missing-unit"], run: MissingFigureCheck.run),
    Check(rules: ["unit-scale"], run: UnitScaleCheck.run),
    plainChanges,
    plainRatios,
    plainSums,
    Check(rules: ["narrative-sum"], run: CarLists.run),
    Check(rules: ["share-sum"], run: PairedShares.run),
    Check(rules: ["share"], run: StaffRate.run),
  ]

  /// Years, and words that were left in.
  static let words: [Check] = [
    Check(rules: ["year"], run: YearCheck.run),
    Check(rules: ["template-residue", "placeholder"], run: ResidueCheck.run),
    Check(rules: ["template-residue"], run: ZeroUse.run),
    Check(rules: ["score"], run: FullMarks.run),
  ]

  /// Names, and what is stated in several places.
  static let statements: [Check] = [
    Check(
      rules: ["narrative-table", "name-mismatch", "code-name", "unit-scale"], run: NarrativeTableCheck.run),
    CodeMentions.check,
    Check(rules: ["narrative-repeat"], run: NarrativeRepeatCheck.run),
    Check(rules: ["narrative-table", "narrative-repeat"], run: NearFigureCheck.run),
    Check(rules: ["narrative-repeat"], run: SpendingCountCheck.run),
    Check(rules: ["narrative-repeat"], run: VisitCountCheck.run),
    Check(rules: ["narrative-repeat"], run: ZeroCountCheck.run),
    Check(rules: ["narrative-repeat"], run: ReceptionEcho.run),
    Check(rules: ["malformed-figure"], run: ImpossibleDates.run),
    Check(rules: ["narrative-table"], run: StaffTable.run),
    Check(rules: ["narrative-table", "narrative-repeat"], run: NarrativeZeroCheck.run),
    Check(rules: ["narrative-table"], run: SectionZeroCheck.run),
    Check(rules: ["narrative-table", "narrative-sum"], run: UnchangedCheck.run),
    Check(rules: ["narrative-table"], run: NarrativeCountCheck.run),
    Check(rules: ["narrative-table"], run: TargetFormsCheck.run),
    Check(rules: ["narrative-table"], run: ProjectFundsCheck.run),
    Check(rules: ["name-mismatch", "template-residue"], run: NameCheck.run),
    Check(rules: ["narrative-table"], run: NamedSlipCheck.run),
    Check(rules: ["narrative-table"], run: RespectiveFigures.run),
    Check(rules: ["narrative-table"], run: ListedRows.run),
    Check(rules: ["narrative-sum"], run: ThreePublicSum.run),
  ]

  /// All of them.
  static let all = figures + words + statements

  private static let share = Check(rules: ["share", "share-sum"], run: ShareCheck.run)
  private static let growth = Check(rules: ["growth-rate", "direction"], run: GrowthCheck.run)
  private static let zeroBase = Check(rules: ["growth-rate"], run: ZeroBaseCheck.run)
  private static let completion = Check(rules: ["completion-rate", "direction"], run: CompletionCheck.run)
  private static let sums = Check(rules: ["narrative-sum"], run: NarrativeSumCheck.run)
  private static let series = Check(rules: ["narrative-sum", "direction"], run: SeriesCheck.run)
  private static let plainChanges = Check(rules: ["growth-rate"], run: PlainChanges.run)
  private static let plainRatios = Check(rules: ["share", "completion-rate"], run: PlainRatios.run)
  private static let plainSums = Check(rules: ["narrative-sum"], run: PlainSums.run)
}
