"""The whole language between the engine and a window or command line.

Commands go down, events come up; all are frozen and carry plain values or contiguous,
read-only numpy arrays. Nothing here imports torch or Qt.

Rules
-----
* Every command but :class:`Shutdown` carries ``job``, a number its sender chose and never
  reuses. Every accepted command ends in exactly one :class:`JobEnded`; nothing of that job
  follows it.
* :class:`Pause`, :class:`Resume`, :class:`Stop` and :class:`Cancel` steer a job that is under
  way: their ``job`` is that job's number, and they are answered by :class:`JobState` or by the
  steered job's own :class:`JobEnded`.
* Paths are strings, so that a message can be logged and compared anywhere.
"""

from __future__ import annotations

from engine.commands import (
    AuditData as AuditData,
    Cancel as Cancel,
    Command as Command,
    FollowLine as FollowLine,
    IndexImages as IndexImages,
    InspectImage as InspectImage,
    ListChannels as ListChannels,
    ListRuns as ListRuns,
    LoadThumbnails as LoadThumbnails,
    MeasureOverlap as MeasureOverlap,
    MeasureRun as MeasureRun,
    OpenData as OpenData,
    Pause as Pause,
    PredictRun as PredictRun,
    ReadInterpolation as ReadInterpolation,
    ReadMeasures as ReadMeasures,
    ReadStudies as ReadStudies,
    Resume as Resume,
    ResumeRun as ResumeRun,
    RunStudy as RunStudy,
    SaveFilm as SaveFilm,
    ShowChannel as ShowChannel,
    ShowChannels as ShowChannels,
    ShowFilm as ShowFilm,
    ShowPoint as ShowPoint,
    ShowSample as ShowSample,
    Shutdown as Shutdown,
    Stop as Stop,
    Synthesise as Synthesise,
    Train as Train,
    TrainDecoder as TrainDecoder,
    WriteReport as WriteReport,
)
from engine.events import (
    ChannelShown as ChannelShown,
    ChannelsListed as ChannelsListed,
    ChannelsPictured as ChannelsPictured,
    DataAudited as DataAudited,
    DataOpened as DataOpened,
    DecoderReady as DecoderReady,
    DecoderStep as DecoderStep,
    EngineReady as EngineReady,
    Event as Event,
    FilmSaved as FilmSaved,
    FilmShown as FilmShown,
    ImagesIndexed as ImagesIndexed,
    Inspected as Inspected,
    JobEnded as JobEnded,
    JobState as JobState,
    LayersMoved as LayersMoved,
    LineFlipped as LineFlipped,
    LineFollowed as LineFollowed,
    Measured as Measured,
    Outcome as Outcome,
    Outlines as Outlines,
    OverlapMeasured as OverlapMeasured,
    PointShown as PointShown,
    Predicted as Predicted,
    Progress as Progress,
    ReportWritten as ReportWritten,
    RunFinished as RunFinished,
    RunsListed as RunsListed,
    RunStarted as RunStarted,
    SampleShown as SampleShown,
    StepDone as StepDone,
    StudiesListed as StudiesListed,
    StudyAdvanced as StudyAdvanced,
    StudyJudged as StudyJudged,
    Thumbnail as Thumbnail,
    Validated as Validated,
)
from engine.findings import (
    CLAIMS as CLAIMS,
    RULES as RULES,
    Board as Board,
    CurveDot as CurveDot,
    CurveDraw as CurveDraw,
    Effect as Effect,
    Finding as Finding,
    Reach as Reach,
    Sentence as Sentence,
    SettingRow as SettingRow,
    StudySummary as StudySummary,
    StudyTask as StudyTask,
    kaplan_meier as kaplan_meier,
)
