import { cloudDriveOf } from '@synchro/sync-core/domain';
import { ActionButton, Icon, readPathText } from '@synchro/sync-react/page-parts';
import { use, useId, useRef, useState } from 'react';
import type { ComponentType, DragEvent, ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useTexts } from '../messages/console-texts.js';
import { droppedFile } from './dropped-file.js';
import { FileChooserContext } from './file-chooser-context.js';
import type { FileChooserProps } from './file-chooser-context.js';
import { folderPathOf } from './path-parts.js';
import { TextField } from './text-field.js';

export interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly extensions: readonly string[];
  /** The folder where choosing begins while nothing is given; `null`: where one can begin. */
  readonly start?: string | null;
  /** Whether the service lists folders. */
  readonly canBrowse: boolean;
  readonly problem: string | null;
  /** As it was typed; a path that was chosen or dropped comes as it is to be used. */
  readonly onChange: (text: string) => void;
}

interface OpenChooser {
  readonly Chooser: ComponentType<FileChooserProps>;
  readonly sought: string | null;
  readonly place: Element;
}

/**
 * A file of the service's machine: typed, pasted, chosen, or dropped as its path. Of a dropped file a browser tells
 * the name alone, so it is sought by it.
 */
export function FileField(props: FileFieldProps): ReactElement {
  const { name, label, hint, value, extensions, start = null, canBrowse, problem, onChange } = props;
  const { t, explain } = useTexts();
  const loadChooser = use(FileChooserContext);
  const [chooser, setChooser] = useState<OpenChooser | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const id = useId();
  const load = canBrowse ? loadChooser : null;
  const drive = cloudDriveOf(readPathText(value));

  const change = (text: string) => {
    setNote(null);
    onChange(text);
  };
  const choose = async (sought: string | null) => {
    // Outside of the form: what is typed in the chooser does not send it.
    const place = field.current?.closest('.synchro') ?? null;
    if (load === null || place === null) return;
    const Chooser = await load();
    setChooser({ Chooser, sought, place });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = droppedFile(event.dataTransfer);
    switch (dropped.kind) {
      case 'path':
        change(dropped.path);
        return;
      case 'name':
        setNote(t(load === null ? 'file-field.no-path' : 'file-field.sought', { name: dropped.name }));
        choose(dropped.name).catch((error: unknown) => setNote(explain(error)));
        return;
      case 'nothing':
        return;
    }
  };
  return (
    <>
      <div
        ref={field}
        className="file-field"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <TextField
          id={id}
          name={name}
          label={label}
          hint={hint}
          value={value}
          problem={problem}
          onChange={change}
          onLeave={() => {
            const path = readPathText(value);
            if (path !== value) change(path);
          }}
        >
          {load === null ? null : (
            <ActionButton
              opensDialog
              label={t('file-field.choose-for', { label })}
              onPress={() => choose(null)}
              onFailure={(error) => setNote(explain(error))}
            >
              {t('file-field.choose')}
            </ActionButton>
          )}
        </TextField>
        {note === null ? null : (
          <p role="status" className="file-field-note">
            {note}
          </p>
        )}
        {drive === null ? null : (
          <p role="status" className="file-field-note" data-severity="warning">
            <Icon severity="warning" />
            <span>{t('file-field.cloud', { drive })}</span>
          </p>
        )}
      </div>
      {chooser === null
        ? null
        : createPortal(
            <chooser.Chooser
              title={label}
              sought={chooser.sought}
              pick="file"
              extensions={extensions}
              start={folderPathOf(readPathText(value)) ?? start}
              canBrowse={canBrowse}
              onChoose={(path) => {
                setChooser(null);
                change(path);
              }}
              onCancel={() => setChooser(null)}
            />,
            chooser.place,
          )}
    </>
  );
}
