/**
 * Keeps an error where it happened: a view that cannot be loaded or drawn is replaced by a sentence and a way on, and
 * everything beside it works on. The open workbook lives in the session, outside all views, so no error here touches it.
 */
import { Component, type ReactNode } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';
import { lateMessages as say } from '../../shared/messages/late.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import { LateLoadError } from './latePart.ts';

/** In place of a page; over the window, where a dialog or a panel would be; in the box of the view itself; or in place of all there is. */
export type BoundaryPlace = 'page' | 'over' | 'box' | 'window';

type Props = {
  readonly language: Language;
  readonly place: BoundaryPlace;
  /** What is shown: once it is another one, a view that failed on the former is tried again without being asked. */
  readonly shows?: unknown;
  /** Puts away what could not be shown, where it was opened by hand. */
  onClose?(): void;
  /** What is done when the user asks for the whole window again. */
  onLoadAgain?(): void;
  readonly children: ReactNode;
};

type State = { readonly error: unknown; readonly failed: boolean; readonly shows: unknown };

export class ViewBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, shows: this.props.shows };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps({ shows }: Props, state: State): Partial<State> | null {
    if (Object.is(shows, state.shows)) return null;
    // What could not be loaded does not depend on what it would have shown.
    return state.failed && !(state.error instanceof LateLoadError) ? { shows, failed: false, error: null } : { shows };
  }

  private unsubscribe: (() => void) | null = null;

  override componentDidUpdate(_: Props, { failed }: State): void {
    if (failed !== this.state.failed) this.follow();
  }

  override componentDidMount(): void {
    this.follow();
  }

  override componentWillUnmount(): void {
    this.unsubscribe?.();
  }

  /** A part may stand in several places; where one of them loads it again, all of them have it. */
  private follow(): void {
    const { failed, error } = this.state;
    this.unsubscribe?.();
    this.unsubscribe = failed && error instanceof LateLoadError ? error.part.state.subscribe(this.forget) : null;
  }

  private readonly forget = (): void => this.setState({ failed: false, error: null });

  private readonly tryAgain = (): void => {
    const { error } = this.state;
    if (error instanceof LateLoadError) void error.part.load();
    else this.forget();
  };

  override render(): ReactNode {
    const { language, place, onClose, onLoadAgain, children } = this.props;
    const { failed, error } = this.state;
    if (!failed) return children;
    const sentence = place === 'window' ? say.notRunning : error instanceof LateLoadError ? say.notLoaded : say.notShown;
    const message = (
      <>
        <span>{sentence[language]}</span>
        <button type="button" className="button" onClick={this.tryAgain}>
          {say.tryAgain[language]}
        </button>
        {onLoadAgain && (
          <button type="button" className="button" onClick={onLoadAgain}>
            {say.loadAgain[language]}
          </button>
        )}
        {onClose && (
          <button type="button" className="button" onClick={onClose}>
            {workbench.close[language]}
          </button>
        )}
      </>
    );
    if (place === 'page' || place === 'window') {
      return (
        <main className="failed-page">
          <div className="notice problem" role="alert">
            {message}
          </div>
        </main>
      );
    }
    return (
      <div className={place === 'over' ? 'notice problem' : 'notice problem in-box'} role="alert">
        {message}
      </div>
    );
  }
}
